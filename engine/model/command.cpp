#include "engine/model/command.h"

namespace pt {
namespace {

Command keyed(std::string_view name, std::string_view key, Json value, int gesture) {
    Command command{std::string(name), Json::object(), gesture};
    command.args.set("key", key).set("value", std::move(value));
    return command;
}

}  // namespace

Command setCommand(std::string_view key, double si, int gesture) {
    return keyed("set", key, si, gesture);
}

Command chooseCommand(std::string_view key, std::string_view option) {
    return keyed("set", key, option, 0);
}

Command documentCommand(std::string_view key, Json value) {
    return keyed("document", key, std::move(value), 0);
}

}  // namespace pt

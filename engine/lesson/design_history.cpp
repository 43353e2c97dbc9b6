#include "engine/lesson/design_history.h"

#include <string_view>
#include <utility>
#include <vector>

namespace pt {
namespace {

// Goes along with the undo history of a Session: an entry for each edit, and one for a gesture.
class DesignHistory {
public:
    std::string now;

    void edit(int gesture, std::string design) {
        redo_.clear();
        if (gesture == 0 || gesture != gesture_ || undo_.empty()) undo_.push_back(now);
        gesture_ = gesture;
        now = std::move(design);
    }
    void undo() { turnBack(undo_, redo_); }
    void redo() { turnBack(redo_, undo_); }
    void endGesture() { gesture_ = 0; }

private:
    void turnBack(std::vector<std::string>& from, std::vector<std::string>& to) {
        if (from.empty()) return;
        to.push_back(std::exchange(now, std::move(from.back())));
        from.pop_back();
        gesture_ = 0;
    }

    std::vector<std::string> undo_, redo_;
    int gesture_ = 0;
};

bool drawn(const Command& command, const Schema& schema) {
    if (command.name == "document") {
        const Document* document = schema.findDocument(command.args["key"].text());
        return document && document->design;
    }
    const LabCommand* own = schema.findCommand(command.name);
    return own && own->effect == Effect::resets;
}

}  // namespace

std::string handMadeDesign(std::span<const JournalEntry> journal, const Schema& schema,
                           const std::function<std::string(int run)>& ofRun) {
    DesignHistory history;
    int edits = 0;
    for (const JournalEntry& entry : journal) {
        const Command& command = entry.command;
        if (entry.automatic || command.name == "lesson") continue;
        if (command.name == "undo")
            history.undo();
        else if (command.name == "redo")
            history.redo();
        else if (command.name == "rewind")
            history.endGesture();
        else if (command.name == "recall")
            history.edit(0, ofRun(static_cast<int>(command.args["run"].number())));
        else if (drawn(command, schema))
            history.edit(command.gesture, std::to_string(++edits));
        else
            history.edit(command.gesture, history.now);
    }
    return history.now;
}

}  // namespace pt

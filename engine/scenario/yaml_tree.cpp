#include "engine/scenario/yaml_tree.h"

#include <map>

#include <yaml.h>

#include "engine/scenario/yaml_errors.h"
#include "engine/scenario/yaml_rules.h"

namespace pt::scenario {
namespace {

Place toPlace(const yaml_mark_t& mark) {
    return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

std::string orEmpty(const char* text) { return text ? text : ""; }

// libyaml's event stream; holds one event at a time.
class Events {
public:
    explicit Events(std::string_view text) {
        ready_ = yaml_parser_initialize(&parser_) == 1;
        if (!ready_) return;
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    ~Events() {
        yaml_event_delete(&event_);
        if (ready_) yaml_parser_delete(&parser_);
    }
    Events(const Events&) = delete;
    Events& operator=(const Events&) = delete;

    // False when the text is not well formed; failure() tells why.
    bool next() {
        yaml_event_delete(&event_);
        return ready_ && yaml_parser_parse(&parser_, &event_) == 1;
    }
    const yaml_event_t& event() const { return event_; }
    Failure failure() const {
        return {orEmpty(parser_.problem), orEmpty(parser_.context), toPlace(parser_.problem_mark),
                toPlace(parser_.context_mark)};
    }

private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool ready_ = false;
};

// One reading of the text. Stops at the first breach of YAML itself or of a limit.
class Builder {
public:
    explicit Builder(const Source& source) : source_(source), events_(source.text()) {}

    // Nothing when it stopped, and for a file without content.
    std::optional<Node> read() {
        next();  // the start of the stream
        if (!next() || type() == YAML_STREAM_END_EVENT) return std::nullopt;
        next();
        Node root = readNode(1);
        if (next() && next() && type() != YAML_STREAM_END_EVENT)
            breaches_.push_back({start(), "scenario.multi_document", {}});
        if (stopped()) return std::nullopt;
        return root;
    }

    bool stopped() const { return failure_ || limit_; }
    const std::optional<Failure>& failure() const { return failure_; }
    const std::optional<Problem>& limit() const { return limit_; }
    const std::vector<Problem>& breaches() const { return breaches_; }

private:
    bool next() {
        if (stopped()) return false;
        if (!events_.next()) failure_ = events_.failure();
        return !stopped();
    }
    yaml_event_type_t type() const { return events_.event().type; }
    Place start() const { return toPlace(events_.event().start_mark); }
    Place end() const { return toPlace(events_.event().end_mark); }
    void breach(std::string key, Args args = {}) {
        breaches_.push_back({start(), std::move(key), std::move(args)});
    }
    void stop(std::string key, int max) {
        if (!limit_) limit_ = Problem{start(), std::move(key), {{"max", std::to_string(max)}}};
    }

    // The node that begins at the current event; afterwards its last event is the current one.
    Node readNode(int depth) {
        Node node;
        if (stopped()) return node;
        if (++count_ > maxNodes) stop("scenario.too_many", maxNodes);
        if (depth > maxDepth) stop("scenario.too_deep", maxDepth);
        if (stopped()) return node;
        node.place = start();
        node.end = end();
        node.flow = flow_ > 0;
        switch (type()) {
        case YAML_SCALAR_EVENT: readText(node); break;
        case YAML_MAPPING_START_EVENT: readMap(node, depth); break;
        case YAML_SEQUENCE_START_EVENT: readList(node, depth); break;
        default: breach("scenario.special", {{"character", "*"}});  // an alias
        }
        return node;
    }

    void refuseMarks(const unsigned char* anchor, const unsigned char* tag) {
        if (anchor) breach("scenario.special", {{"character", "&"}});
        if (tag) breach("scenario.special", {{"character", "!"}});
    }

    void readText(Node& node) {
        const auto& scalar = events_.event().data.scalar;
        refuseMarks(scalar.anchor, scalar.tag);
        node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        if (scalar.style == YAML_PLAIN_SCALAR_STYLE) return;
        const bool block =
            scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE;
        node.style = block ? Node::Style::block : Node::Style::quoted;
        if (block && isFirstOnLine(node.place)) breach("scenario.block_mark");
    }

    bool isFirstOnLine(const Place& place) const {
        const std::string_view line = source_.line(place.line);
        return line.find_first_not_of(" \t") == source_.offsetInLine(place);
    }

    void readList(Node& node, int depth) {
        node.kind = Node::Kind::list;
        const auto& list = events_.event().data.sequence_start;
        refuseMarks(list.anchor, list.tag);
        const bool flow = list.style == YAML_FLOW_SEQUENCE_STYLE;
        flow_ += flow;
        while (next() && type() != YAML_SEQUENCE_END_EVENT)
            node.items.push_back(readNode(depth + 1));
        flow_ -= flow;
        node.end = end();
        if (flow) keepOnOneLine(node, "]");
    }

    void readMap(Node& node, int depth) {
        node.kind = Node::Kind::map;
        const auto& map = events_.event().data.mapping_start;
        refuseMarks(map.anchor, map.tag);
        const bool flow = map.style == YAML_FLOW_MAPPING_STYLE;
        flow_ += flow;
        node.flow = flow_ > 0;
        std::map<std::string, int> lines;  // of the keys so far
        while (next() && type() != YAML_MAPPING_END_EVENT) {
            const bool simple = type() == YAML_SCALAR_EVENT && !isExplicitKey();
            if (!simple) breach("scenario.complex_key");
            Node key = readNode(depth + 1);
            if (!next()) return;
            Entry entry{std::move(key.text), key.place, readNode(depth + 1)};
            if (entry.key == "<<") breaches_.push_back({entry.place, "scenario.merge_key", {}});
            const auto [first, fresh] = lines.emplace(entry.key, entry.place.line);
            if (!fresh)
                breaches_.push_back({entry.place,
                                     "scenario.duplicate",
                                     {{"key", scenario::quoted(entry.key)},
                                      {"line", std::to_string(first->second)}}});
            if (simple && fresh) node.entries.push_back(std::move(entry));
        }
        flow_ -= flow;
        node.end = end();
        if (flow) keepOnOneLine(node, "}");
    }

    // Parsers disagree about how far the next lines must be indented.
    void keepOnOneLine(const Node& node, const char* bracket) {
        if (node.end.line != node.place.line)
            breaches_.push_back({node.place, "scenario.unclosed", {{"bracket", bracket}}});
    }

    // "? key": the question mark stands before the key on its line.
    bool isExplicitKey() const {
        const Place place = start();
        const std::string_view line = source_.line(place.line);
        const std::string_view front = line.substr(0, source_.offsetInLine(place));
        const size_t last = front.find_last_not_of(" \t");
        return last != std::string_view::npos && front[last] == '?';
    }

    const Source& source_;
    Events events_;
    std::optional<Failure> failure_;
    std::optional<Problem> limit_;
    std::vector<Problem> breaches_;
    int count_ = 0;
    int flow_ = 0;
};

bool beginsEntry(std::string_view line) {
    return !line.empty() && std::string_view(" \t#-").find(line[0]) == std::string_view::npos;
}

// Overwrites the top-level entry around a line with spaces, so that the others keep their
// places. False when there is nothing left to overwrite.
bool blankEntry(const Source& source, int line, std::string& text) {
    int first = line, last = line;
    while (first > 1 && !beginsEntry(source.line(first))) --first;
    while (last < source.lines() && !beginsEntry(source.line(last + 1))) ++last;
    bool changed = false;
    for (size_t i = source.offsetOfLine(first); i < source.offsetOfLine(last + 1); ++i) {
        if (text[i] == '\n' || text[i] == '\r' || text[i] == ' ') continue;
        text[i] = ' ';
        changed = true;
    }
    return changed;
}

void reportAll(const std::vector<Problem>& problems, Report& report) {
    for (const Problem& problem : problems) report.error(problem.place, problem.key, problem.args);
}

// Nothing when the bytes are not worth parsing.
bool acceptable(const Source& source, Report& report) {
    if (source.text().size() > maxBytes) {
        report.error({1, 1}, "scenario.too_big", {{"max", std::to_string(maxBytes / 1024)}});
        return false;
    }
    if (const auto flaw = source.flaw()) {
        report.error(flaw->place, flaw->control ? "scenario.control" : "scenario.encoding");
        return false;
    }
    return true;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (entry.key == key) return &entry;
    }
    return nullptr;
}

Tree readTree(const Source& source, Report& report) {
    if (!acceptable(source, report)) return {std::nullopt, false};
    std::string text(source.text());
    if (!text.empty() && text.back() != '\n') text += '\n';  // parsers differ about its absence
    Tree tree;
    while (!report.full()) {
        const Source current(text);
        Builder builder(current);
        tree.root = builder.read();
        if (builder.limit()) reportAll({*builder.limit()}, report);
        if (builder.limit()) return {std::nullopt, false};
        if (!builder.failure()) {
            reportAll(builder.breaches(), report);
            if (tree.root) checkRules(current, *tree.root, report);
            return tree;
        }
        tree.whole = false;
        const Problem problem = explain(current, *builder.failure());
        reportAll({problem}, report);
        if (!blankEntry(current, problem.place.line, text)) break;
    }
    return {std::nullopt, false};
}

}  // namespace pt::scenario

#include "sims/spaghetti_bridge/design_csv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "engine/units/unit.h"

namespace pt {
namespace {

struct Field {
    std::string text;
    int line = 1, number = 1;  // both from 1
    std::string where() const { return std::to_string(line) + ":" + std::to_string(number); }
};
using Row = std::vector<Field>;

// A column of one of the tables and what its heading is called.
struct Column {
    const char* key;
    const char* english;
    const char* dutch;
    bool needed, isLength;
};
constexpr std::array<Column, 5> nodeColumns{{{"id", "node", "knoop", true, false},
                                             {"x", "x", "x", true, true},
                                             {"y", "y", "y", true, true},
                                             {"support", "support", "steunpunt", false, false},
                                             {"load", "load", "last", false, false}}};
constexpr std::array<Column, 5> memberColumns{{{"id", "member", "staaf", true, false},
                                               {"from", "from", "van", true, false},
                                               {"to", "to", "naar", true, false},
                                               {"strands", "strands", "sprieten", false, false},
                                               {"bond", "bond", "bundel", false, false}}};

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

// What stands between the fields of the first line that has any.
char separatorOf(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    const std::string_view first = text.substr(0, text.find('\n'));
    for (const char candidate : {'\t', ';'})
        if (first.find(candidate) != std::string_view::npos) return candidate;
    return ',';
}

// Lines of fields; a quoted field may hold separators and line breaks, "" is a quote in it.
class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text), separator_(separatorOf(text)) {}

    Result<std::vector<Row>> split() {
        std::vector<Row> rows;
        while (at_ < text_.size()) {
            Row row;
            do {
                Result<Field> field = next(static_cast<int>(row.size()) + 1);
                if (!field.ok()) return field.error();
                row.push_back(std::move(field.value()));
            } while (takes(separator_));
            const bool returned = takes('\r');
            line_ += takes('\n') || returned ? 1 : 0;
            const bool blank = std::all_of(row.begin(), row.end(),
                                           [](const Field& field) { return field.text.empty(); });
            if (!blank) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool takes(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool ends() const {
        return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
               text_[at_] == '\r';
    }

    Result<Field> next(int number) {
        Field field{{}, line_, number};
        while (takes(' ')) {
        }
        if (!takes('"')) {
            const size_t start = at_;
            while (!ends()) ++at_;
            field.text = trimmed(text_.substr(start, at_ - start));
            return field;
        }
        for (;; ++at_) {
            if (at_ >= text_.size()) return Error{"bridge.csv_quote", field.where(), {}};
            if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") break;
            if (text_[at_] == '"') ++at_;
            line_ += text_[at_] == '\n' ? 1 : 0;
            field.text += text_[at_];
        }
        ++at_;
        while (takes(' ')) {
        }
        if (!ends()) return Error{"bridge.csv_quote", field.where(), {}};
        return field;
    }

    std::string_view text_;
    char separator_;
    size_t at_ = 0;
    int line_ = 1;
};

// The heading of a table: which field holds which column, and in what unit.
struct Heading {
    const std::array<Column, 5>* columns = nullptr;
    std::vector<int> column;  // of each field
    std::vector<Unit> units;  // of each field

    const char* key(size_t field) const { return (*columns)[column[field]].key; }
    bool isLength(size_t field) const { return (*columns)[column[field]].isLength; }
};

// "x (cm)" or "x [cm]" as name and unit.
std::pair<std::string, std::string> nameAndUnit(const std::string& heading) {
    const size_t open = heading.find_first_of("([");
    if (open == std::string::npos) return {lower(heading), ""};
    const size_t close = heading.find_first_of(")]", open);
    return {
        lower(trimmed(heading.substr(0, open))),
        trimmed(heading.substr(open + 1, close == std::string::npos ? close : close - open - 1))};
}

// A heading names the things and what they need: a node may be called "node".
bool begins(const Row& row, const std::array<Column, 5>& columns) {
    const auto has = [&row](const Column& column) {
        return std::any_of(row.begin(), row.end(), [&column](const Field& field) {
            const std::string name = nameAndUnit(field.text).first;
            return name == column.english || name == column.dutch;
        });
    };
    return has(columns[0]) && (has(columns[1]) || has(columns[2]));
}

Result<Unit> lengthUnit(const Field& field, const std::string& symbol) {
    if (symbol.empty()) return unit("cm");
    const Result<Unit> found = parseUnit(symbol);
    if (found.ok() && found.value().dimension == unit("m").dimension) return found.value();
    return Error{"bridge.csv_unit", field.where(), {{"unit", symbol}}};
}

Result<Heading> readHeading(const Row& row, const std::array<Column, 5>& columns) {
    Heading heading;
    heading.columns = &columns;
    for (const Field& field : row) {
        const auto [name, symbol] = nameAndUnit(field.text);
        const auto at =
            std::find_if(columns.begin(), columns.end(), [&word = name](const Column& column) {
                return word == column.english || word == column.dutch;
            });
        const int index = static_cast<int>(at - columns.begin());
        const bool twice = std::count(heading.column.begin(), heading.column.end(), index) > 0;
        if (at == columns.end() || twice)
            return Error{"bridge.csv_column", field.where(), {{"column", field.text}}};
        heading.column.push_back(index);
        const Result<Unit> length = at->isLength ? lengthUnit(field, symbol) : unit("");
        if (!length.ok()) return length.error();
        heading.units.push_back(length.value());
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        const bool there =
            std::count(heading.column.begin(), heading.column.end(), static_cast<int>(i)) > 0;
        if (columns[i].needed && !there)
            return Error{"bridge.csv_missing", row[0].where(), {{"column", columns[i].english}}};
    }
    return heading;
}

bool means(const std::string& text, std::initializer_list<const char*> words) {
    const std::string word = lower(text);
    return std::any_of(words.begin(), words.end(),
                       [&word](const char* each) { return word == each; });
}

// The document that the tables describe, and where its parts stand.
class TableReader {
public:
    Result<Bridge> read(const std::vector<Row>& rows) {
        std::optional<Heading> heading;
        for (const Row& row : rows) {
            const bool ofNodes = begins(row, nodeColumns);
            if (ofNodes || begins(row, memberColumns)) {
                Result<Heading> found = readHeading(row, ofNodes ? nodeColumns : memberColumns);
                if (!found.ok()) return found.error();
                heading = std::move(found.value());
                continue;
            }
            if (!heading) return Error{"bridge.csv_heading", row[0].where(), {}};
            if (Status taken = take(row, *heading); !taken.ok()) return taken.error();
        }
        if (!heading) return Error{"bridge.csv_heading", "1:1", {}};
        Result<Bridge> bridge = readBridge(Json::object()
                                               .set("nodes", std::move(nodes_))
                                               .set("members", std::move(members_))
                                               .set("load", std::move(loads_)));
        return bridge.ok() ? std::move(bridge) : placed(bridge.error());
    }

private:
    struct Place {
        std::string path, where;
    };

    Status take(const Row& row, const Heading& heading) {
        const bool ofNodes = heading.columns == &nodeColumns;
        Json& list = ofNodes ? nodes_ : members_;
        const std::string path = std::string(ofNodes ? "nodes[" : "members[") +
                                 std::to_string(list.items().size()) + "]";
        places_.push_back({path, row[0].where()});
        Json entry = Json::object();
        bool loaded = false;
        for (size_t i = 0; i < row.size(); ++i) {
            const std::string& text = row[i].text;
            if (text.empty()) continue;
            if (i >= heading.column.size())
                return Error{"bridge.csv_fields",
                             row[i].where(),
                             {{"count", std::to_string(heading.column.size())}}};
            const std::string key = heading.key(i);
            places_.push_back({path + "." + key, row[i].where()});
            Result<Json> value = read(row[i], key, heading.isLength(i), heading.units[i]);
            if (!value.ok()) return value.error();
            if (key == "load") {
                loaded = value.value().boolean();
            } else if (value.value() != Json()) {
                entry.set(key, std::move(value.value()));
            }
        }
        if (loaded) loads_.add(entry["id"]);
        list.add(std::move(entry));
        return Ok{};
    }

    // Null for what is left as it is: "none", "as the bridge".
    static Result<Json> read(const Field& field, const std::string& key, bool isLength,
                             const Unit& length) {
        const std::string& text = field.text;
        if (isLength || key == "strands") {
            const Result<double> number = parseInput(text, length);
            if (number.ok()) return Json(number.value());
            Error error = number.error();
            error.where = field.where();
            return error;
        }
        if (key == "load")
            return Json(!means(text, {"0", "nee", "no", "-", "false", "uit", "off"}));
        if (key == "support") {
            if (means(text, {"none", "geen", "-"})) return Json();
            if (means(text, {"rol", "roller"})) return Json("roller");
            return Json(means(text, {"pin", "vast", "scharnier"}) ? std::string("pin") : text);
        }
        if (key == "bond") {
            if (means(text, {"-", "as_bridge"})) return Json();
            if (means(text, {"bonded", "verlijmd"})) return Json("bonded");
            return Json(means(text, {"loose", "los"}) ? std::string("loose") : text);
        }
        const bool quoted = text.size() > 1 && text[0] == '\'';
        return Json(quoted ? text.substr(1) : text);
    }

    // The place in the document as one in the file: its own, or that of what holds it.
    Error placed(Error error) const {
        std::string path = error.where;
        for (;;) {
            for (const Place& place : places_)
                if (place.path == path) {
                    error.where = place.where;
                    return error;
                }
            const size_t dot = path.rfind('.');
            if (dot == std::string::npos) break;
            path.resize(dot);
        }
        error.where.clear();
        return error;
    }

    Json nodes_ = Json::list(), members_ = Json::list(), loads_ = Json::list();
    std::vector<Place> places_;
};

// -- writing

struct Writer {
    bool dutch;
    std::string text;

    void row(const std::vector<std::string>& fields) {
        for (size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) text += dutch ? ';' : ',';
            text += quoted(fields[i]);
        }
        text += "\r\n";
    }
    void heading(const std::array<Column, 5>& columns) {
        std::vector<std::string> fields;
        for (const Column& column : columns)
            fields.push_back(std::string(dutch ? column.dutch : column.english) +
                             (column.isLength ? " (cm)" : ""));
        row(fields);
    }
    std::string centimetres(double metres) const {
        std::string number = Json(std::floor(metres * 1e9 + 0.5) / 1e7).write();
        const size_t point = number.find('.');
        if (dutch && point != std::string::npos) number[point] = ',';
        return number;
    }
    static std::string name(const std::string& id) {
        const bool formula = std::string_view("=+-@'").find(id[0]) != std::string_view::npos;
        return formula ? "'" + id : id;
    }
    std::string quoted(const std::string& field) const {
        const char special[] = {dutch ? ';' : ',', '"', '\t', 0};
        if (field.find_first_of(special) == std::string::npos) return field;
        std::string made = "\"";
        for (const char c : field) made += c == '"' ? "\"\"" : std::string(1, c);
        return made + "\"";
    }
};

Error tooLong() { return {"bridge.csv_too_long", "", {{"max", std::to_string(maxDesignFile)}}}; }

std::string_view withoutMark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.substr(0, mark.size()) == mark) text.remove_prefix(mark.size());
    return text;
}

}  // namespace

std::string writeDesignCsv(const Bridge& bridge, bool decimalComma) {
    constexpr const char* supports[] = {"", "pin", "roller"};
    constexpr const char* bonds[] = {"", "bonded", "loose"};
    Writer writer{decimalComma, {}};
    writer.heading(nodeColumns);
    for (size_t i = 0; i < bridge.nodes.size(); ++i) {
        const BridgeNode& node = bridge.nodes[i];
        const bool loaded =
            std::count(bridge.loads.begin(), bridge.loads.end(), static_cast<int>(i)) > 0;
        writer.row({Writer::name(node.id), writer.centimetres(node.x), writer.centimetres(node.y),
                    supports[static_cast<size_t>(node.support)], loaded ? "1" : ""});
    }
    writer.text += "\r\n";
    writer.heading(memberColumns);
    for (const BridgeMember& member : bridge.members)
        writer.row({Writer::name(member.id), Writer::name(bridge.nodes[member.from].id),
                    Writer::name(bridge.nodes[member.to].id),
                    member.strands > 0 ? std::to_string(member.strands) : "",
                    bonds[static_cast<size_t>(member.bond)]});
    return std::move(writer.text);
}

Result<Bridge> readDesignCsv(std::string_view text) {
    if (text.size() > maxDesignFile) return tooLong();
    const Result<std::vector<Row>> rows = Splitter(withoutMark(text)).split();
    return rows.ok() ? TableReader().read(rows.value()) : Result<Bridge>(rows.error());
}

std::string writeDesignJson(const Bridge& bridge) {
    return Json::object().set("bridge", writeBridge(bridge)).write(2) + "\n";
}

Result<Bridge> readDesignJson(std::string_view text) {
    if (text.size() > maxDesignFile) return tooLong();
    const Result<Json> json = Json::parse(withoutMark(text));
    if (!json.ok()) return json.error();
    const bool wrapped = json.value().has("bridge");
    return readBridge(wrapped ? json.value()["bridge"] : json.value());
}

}  // namespace pt

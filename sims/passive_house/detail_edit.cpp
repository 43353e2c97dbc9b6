#include "sims/passive_house/detail_edit.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "sims/passive_house/materials.h"

namespace pt {
namespace {

double rounded(double metres) { return std::floor(metres * 1e9 + 0.5) / 1e9; }

Error unknownRectangle(std::string_view id) {
    return {"detail.unknown_rectangle", "", {{"rectangle", std::string(id)}}};
}

Result<size_t> indexOf(const Detail& detail, std::string_view id) {
    for (size_t i = 0; i < detail.rectangles.size(); ++i)
        if (detail.rectangles[i].id == id) return i;
    return unknownRectangle(id);
}

// "R1, R2": the places of the named ones.
Result<std::vector<size_t>> indicesOf(const Detail& detail, std::string_view names) {
    std::vector<size_t> found;
    while (!names.empty()) {
        const size_t end = std::min(names.find(','), names.size());
        std::string_view name = names.substr(0, end);
        while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        const Result<size_t> index = indexOf(detail, name);
        if (!index.ok()) return index.error();
        found.push_back(index.value());
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    if (found.empty()) return unknownRectangle("");
    return found;
}

// Sorted, rounded and cut off at the sheet.
Result<DetailBox> fitted(const Detail& detail, const DetailBox& box, std::string_view id) {
    for (const auto& [key, value] : {std::pair("x0", box.x0), std::pair("y0", box.y0),
                                     std::pair("x1", box.x1), std::pair("y1", box.y1)})
        if (!(std::fabs(value) <= farthestDetail))
            return Error{"detail.bad_number", key, {{"key", key}}};
    const DetailBox& sheet = detail.sheet;
    const DetailBox fit{std::max(sheet.x0, rounded(std::min(box.x0, box.x1))),
                        std::max(sheet.y0, rounded(std::min(box.y0, box.y1))),
                        std::min(sheet.x1, rounded(std::max(box.x0, box.x1))),
                        std::min(sheet.y1, rounded(std::max(box.y0, box.y1)))};
    constexpr double rounding = 1e-9;
    if (fit.x1 - fit.x0 < thinnestRectangle - rounding ||
        fit.y1 - fit.y0 < thinnestRectangle - rounding)
        return Error{"detail.bad_size", "", {{"rectangle", std::string(id)}}};
    return fit;
}

Status known(std::string_view material) {
    if (findBuildingMaterial(material)) return Ok{};
    return Error{"detail.unknown_material", "", {{"material", std::string(material)}}};
}

bool overlap(const DetailRectangle& a, const DetailRectangle& b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

}  // namespace

DetailBox boxOf(const DetailRectangle& rectangle) {
    return {rectangle.x0, rectangle.y0, rectangle.x1, rectangle.y1};
}

void setBox(DetailRectangle& rectangle, const DetailBox& box) {
    rectangle.x0 = box.x0;
    rectangle.y0 = box.y0;
    rectangle.x1 = box.x1;
    rectangle.y1 = box.y1;
}

bool isDetailName(std::string_view name) {
    const auto bad = [](char c) { return c == ',' || static_cast<unsigned char>(c) < 0x20; };
    return !name.empty() && name.size() <= 40 && name.front() != ' ' && name.back() != ' ' &&
           std::none_of(name.begin(), name.end(), bad);
}

std::string freeRectangleName(const Detail& detail) {
    for (size_t number = detail.rectangles.size() + 1;; ++number) {
        std::string name = "R" + std::to_string(number);
        if (!detail.find(name)) return name;
    }
}

Result<Detail> withTemplate(std::string_view junction, std::string_view variant,
                            const House& house) {
    const auto found = std::find(junctionKeys.begin(), junctionKeys.end(), junction);
    if (found == junctionKeys.end())
        return Error{"detail.unknown_junction", "junction", {{"value", std::string(junction)}}};
    const auto kind = static_cast<Junction>(found - junctionKeys.begin());
    const std::vector<std::string> variants = detailVariants(kind);
    if (std::find(variants.begin(), variants.end(), variant) == variants.end())
        return Error{"detail.unknown_variant", "variant", {{"value", std::string(variant)}}};
    return detailFor(kind, variant, house);
}

Result<Detail> withMoved(const Detail& detail, std::string_view rectangle, DetailBox box) {
    const Result<size_t> index = indexOf(detail, rectangle);
    if (!index.ok()) return index.error();
    const Result<DetailBox> fit = fitted(detail, box, rectangle);
    if (!fit.ok()) return fit.error();
    Detail moved = detail;
    setBox(moved.rectangles[index.value()], fit.value());
    return moved;
}

Result<Detail> withAdded(const Detail& detail, std::string_view material, DetailBox box) {
    if (detail.rectangles.size() >= mostDetailRectangles)
        return Error{"detail.too_many", "", {{"max", std::to_string(mostDetailRectangles)}}};
    if (Status good = known(material); !good.ok()) return good.error();
    DetailRectangle added;
    added.id = freeRectangleName(detail);
    added.material = material;
    const Result<DetailBox> fit = fitted(detail, box, added.id);
    if (!fit.ok()) return fit.error();
    setBox(added, fit.value());
    Detail more = detail;
    more.rectangles.push_back(std::move(added));
    return more;
}

Result<Detail> withoutRectangles(const Detail& detail, std::string_view rectangles) {
    const Result<std::vector<size_t>> gone = indicesOf(detail, rectangles);
    if (!gone.ok()) return gone.error();
    const std::set<size_t> indices(gone.value().begin(), gone.value().end());
    Detail rest = detail;
    rest.rectangles.clear();
    for (size_t i = 0; i < detail.rectangles.size(); ++i)
        if (!indices.count(i)) rest.rectangles.push_back(detail.rectangles[i]);
    return rest;
}

Result<Detail> withMaterial(const Detail& detail, std::string_view rectangles,
                            std::string_view material) {
    const Result<std::vector<size_t>> indices = indicesOf(detail, rectangles);
    if (!indices.ok()) return indices.error();
    if (Status good = known(material); !good.ok()) return good.error();
    Detail other = detail;
    for (const size_t index : indices.value()) {
        other.rectangles[index].material = material;
        other.rectangles[index].conductivity = 0;
    }
    return other;
}

Result<Detail> withOrder(const Detail& detail, std::string_view rectangle, std::string_view to) {
    const Result<size_t> index = indexOf(detail, rectangle);
    if (!index.ok()) return index.error();
    const bool up = to == "up" || to == "top";
    if (!up && to != "down" && to != "bottom")
        return Error{"detail.bad_order", "to", {{"value", std::string(to)}}};
    Detail other = detail;
    auto& list = other.rectangles;
    const size_t last = up ? list.size() - 1 : 0;
    const bool once = to == "up" || to == "down";
    for (size_t at = index.value(); at != last;) {
        const size_t next = up ? at + 1 : at - 1;
        std::swap(list[at], list[next]);
        const bool passed = overlap(list[at], list[next]);
        at = next;
        if (once && passed) break;
    }
    return other;
}

}  // namespace pt

// A lesson's names and their values, set by hand.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/expression.h"

namespace pt {

struct FakeNames : NameTable {
    NameInfo find(std::string_view name) const override {
        const auto found = infos.find(name);
        return found == infos.end() ? NameInfo{} : found->second;
    }
    NameInfo column(std::string_view table, std::string_view name) const override {
        const auto found = columns.find({std::string(table), std::string(name)});
        return found == columns.end() ? NameInfo{} : found->second;
    }
    std::vector<std::string> names() const override {
        std::vector<std::string> all;
        for (const auto& [name, info] : infos) all.push_back(name);
        return all;
    }
    std::string subject() const override { return of; }

    static NameInfo number(std::string_view symbol, bool measured = false) {
        NameInfo info;
        info.kind = NameInfo::Kind::number;
        info.unit = unit(symbol);
        info.measured = measured;
        return info;
    }
    static NameInfo kind(NameInfo::Kind kind) {
        NameInfo info;
        info.kind = kind;
        return info;
    }

    // Params, outputs, a choice, items, a requirement, events and a table, as a bridge has them.
    FakeNames() {
        infos["height"] = number("cm");
        infos["strands"] = number("");
        infos["share"] = number("%");
        infos["mass"] = number("g", true);
        infos["max_load"] = number("N", true);
        infos["sag"] = number("mm", true);
        infos["area"] = number("mm2");
        infos["T_inside"] = number("°C", true);
        infos["T_outside"] = number("°C", true);
        infos["cooled"] = number("K", true);
        infos["type"] = kind(NameInfo::Kind::option);
        infos["type"].options = {"warren", "pratt", "howe"};
        infos["verdict"] = kind(NameInfo::Kind::option);
        infos["sterk"] = kind(NameInfo::Kind::truth);
        infos["done"] = kind(NameInfo::Kind::truth);
        infos["run_end"] = kind(NameInfo::Kind::event);
        infos["metingen"] = kind(NameInfo::Kind::table);
        columns[{"metingen", "height"}] = number("cm");
        columns[{"metingen", "max_load"}] = number("N", true);
        columns[{"metingen", "mass"}] = number("g", true);
        columns[{"metingen", "mass"}].lowerIsBetter = true;
        columns[{"metingen", "type"}] = kind(NameInfo::Kind::option);
    }

    std::map<std::string, NameInfo, std::less<>> infos;
    std::map<std::pair<std::string, std::string>, NameInfo> columns;
    std::string of;
};

struct FakeValues : Values {
    double number(std::string_view name) const override {
        const auto found = numbers.find(name);
        return found == numbers.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
    }
    std::string option(std::string_view name) const override {
        const auto found = options.find(name);
        return found == options.end() ? "" : found->second;
    }
    Truth truth(std::string_view name) const override {
        const auto found = truths.find(name);
        return found == truths.end() ? Truth::unknown : found->second;
    }
    int64_t count(std::string_view event) const override {
        const auto found = counts.find(event);
        return found == counts.end() ? 0 : found->second;
    }
    std::vector<double> column(std::string_view, std::string_view name) const override {
        const auto found = columns.find(name);
        return found == columns.end() ? std::vector<double>() : found->second;
    }
    std::vector<double> runs(std::string_view name) const override { return column("", name); }
    double time() const override { return now; }
    bool ended() const override { return over; }

    std::map<std::string, double, std::less<>> numbers;
    std::map<std::string, std::string, std::less<>> options;
    std::map<std::string, Truth, std::less<>> truths;
    std::map<std::string, int64_t, std::less<>> counts;
    std::map<std::string, std::vector<double>, std::less<>> columns;  // of tables and over runs
    double now = 0;
    bool over = false;
};

}  // namespace pt

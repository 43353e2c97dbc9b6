// BESTEST: the cells as documents of this lab, the shipped results, and case 900 anew where the
// weather of Denver is at hand (every case: the full tests).
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "engine/core/json.h"
#include "engine/i18n/words.h"
#include "sims/passive_house/bestest.h"
#include "sims/passive_house/house_building.h"

namespace pt {
namespace {

TEST(BestestCases, AreHousesThatADocumentHolds) {
    for (const std::string_view id : bestestIds()) {
        const std::optional<BestestCase> item = bestestCase(id);
        ASSERT_TRUE(item.has_value()) << id;
        const Json saved = saveHouse(item->house);
        const Result<House> loaded = loadHouse(saved);
        ASSERT_TRUE(loaded.ok()) << id << loaded.error().key << loaded.error().where;
        EXPECT_EQ(saveHouse(loaded.value()).write(), saved.write()) << id;
    }
    EXPECT_FALSE(bestestCase("601").has_value());
}

// U-values of the published description, with its own coefficients 29.3 and 8.29 W/(m² K).
TEST(BestestCases, HaveThePublishedWalls) {
    const auto u = [](std::string_view id, Part part) {
        return uValueOf(layersOf(bestestCase(id)->house.part(part)), 1 / 8.29, 1 / 29.3);
    };
    EXPECT_NEAR(u("600", Part::wall), 0.514, 0.001);
    EXPECT_NEAR(u("900", Part::wall), 0.512, 0.001);
    EXPECT_NEAR(u("600", Part::roof), 0.318, 0.001);
    EXPECT_NEAR(u("900", Part::roof), 0.318, 0.001);
    EXPECT_NEAR(u("600", Part::floor), 0.039, 0.001);
    EXPECT_NEAR(u("680", Part::wall), u("980", Part::wall), 0.001);
    EXPECT_NEAR(bestestCase("600")->house.volume(), 129.6, 1e-9);
}

TEST(BestestCases, DifferByWhatTheyAreNamedFor) {
    const auto same = [](std::string_view a, std::string_view b) {
        return saveHouse(bestestCase(a)->house).write() == saveHouse(bestestCase(b)->house).write();
    };
    EXPECT_TRUE(same("600", "600FF"));
    EXPECT_TRUE(same("600", "640"));
    EXPECT_FALSE(same("600", "900"));
    std::set<std::string> all;
    for (const std::string_view id : bestestIds()) {
        const BestestCase item = *bestestCase(id);
        all.insert(saveHouse(item.house).write() + std::to_string(item.use.setback) +
                   std::to_string(item.use.coolingSetpoint) + std::to_string(item.use.heating) +
                   std::to_string(item.use.airing) + std::to_string(item.use.cooling));
    }
    EXPECT_EQ(all.size(), bestestIds().size());
    EXPECT_EQ(bestestCase("960")->house.sunspaceDepth, 2);
    EXPECT_EQ(bestestCase("950")->use.airingKind(), AiringKind::fan);
    EXPECT_TRUE(bestestCase("980FF")->floating);
}

TEST(BestestData, RangesAreThoseOfTheirPrograms) {
    size_t ranges = 0;
    for (const ValidationCase& item : measuredBestest())
        for (const ValidationNumber& number : item.numbers) {
            if (!number.range.known()) continue;
            ++ranges;
            double low = 1e9, high = -1e9;
            for (const auto& [program, value] : number.programs) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
            EXPECT_GE(number.programs.size(), size_t{5});
            EXPECT_NEAR(number.range.low, low, 1e-3) << item.id << number.quantity;
            EXPECT_NEAR(number.range.high, high, 1e-3) << item.id << number.quantity;
        }
    EXPECT_EQ(ranges, size_t{49});
}

TEST(BestestData, TheShippedResultsKeepThePromise) {
    int required = 0, limits = 0;
    for (const ValidationCase& item : measuredBestest())
        for (const ValidationNumber& number : item.numbers) {
            required += number.required;
            limits += number.accepted.known();
            EXPECT_TRUE(number.kept()) << item.id << " " << number.quantity << number.value;
            EXPECT_TRUE(number.acceptable()) << item.id << " " << number.quantity;
        }
    EXPECT_EQ(required, 8 * 2 + 2 * 3 + 5);
    EXPECT_EQ(limits, 10);
}

TEST(BestestData, EveryWordOfTheTableIsThere) {
    const Table table = validationTable();
    const std::vector<TableRow> rows = table.rows();
    EXPECT_EQ(rows.size(), size_t{49});
    for (const Language language : {Language::nl, Language::en}) {
        const Words words = Words::builtin(language);
        for (const TableColumn& column : table.columns)
            for (const std::string& option : column.options)
                EXPECT_TRUE(words.has("passive_house." + column.key + "." + option)) << option;
    }
}

TEST(ValidationRange, WidensOutward) {
    const ValidationRange warm{10, 20}, cold{-13, -9};
    EXPECT_TRUE(warm.holds(10) && warm.holds(20) && !warm.holds(20.1));
    EXPECT_TRUE(warm.holds(20.5, 0.03) && warm.holds(9.8, 0.03) && !warm.holds(20.7, 0.03));
    EXPECT_TRUE(cold.holds(-13.2, 0.03) && cold.holds(-8.8, 0.03) && !cold.holds(-8, 0.03));
    EXPECT_FALSE(ValidationRange().known());
}

std::shared_ptr<const Weather> denver() {
    const char* shared = std::getenv("PROEFTUIN_SHARED");
    const std::filesystem::path root =
        shared ? std::filesystem::path(shared)
               : std::filesystem::path(PROEFTUIN_ROOT).parent_path() / "shared";
    std::ifstream in(root / "references/weather/725650TYCST.epw", std::ios::binary);
    if (!in) return nullptr;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    Result<Weather> read = readEpw(bytes.str());
    return read ? std::make_shared<const Weather>(std::move(read.value())) : nullptr;
}

const ValidationCase* shipped(const std::vector<ValidationCase>& all, std::string_view id) {
    for (const ValidationCase& item : all)
        if (item.id == id) return &item;
    return nullptr;
}

void expectShipped(std::string_view id, const std::shared_ptr<const Weather>& weather) {
    const std::vector<ValidationCase> all = measuredBestest();
    const ValidationCase* told = shipped(all, id);
    ASSERT_NE(told, nullptr) << id;
    const Result<ValidationCase> made = runBestest(id, weather);
    ASSERT_TRUE(made.ok()) << made.error().key;
    ASSERT_EQ(made.value().numbers.size(), told->numbers.size()) << id;
    for (size_t i = 0; i < told->numbers.size(); ++i) {
        const ValidationNumber& now = made.value().numbers[i];
        EXPECT_TRUE(now.kept()) << id << " " << now.quantity << " " << now.value;
        EXPECT_TRUE(now.acceptable()) << id << " " << now.quantity << " " << now.value;
        const double close = now.unit == "°C" ? 0.1 : 0.005 * std::fabs(now.value) + 1e-6;
        EXPECT_NEAR(now.value, told->numbers[i].value, close)
            << id << " " << now.quantity << ": the shipped results are out of date";
    }
}

TEST(Bestest, Case900KeepsThePromise) {
    const auto weather = denver();
    if (!weather) GTEST_SKIP() << "no weather file of Denver beside the project";
    expectShipped("900", weather);
}

// All thirty: some ten seconds, so by name only (PROEFTUIN_FULL=1, as the full tests set it).
TEST(Bestest, EveryCaseKeepsThePromise) {
    const auto weather = denver();
    if (!weather) GTEST_SKIP() << "no weather file of Denver beside the project";
    if (!std::getenv("PROEFTUIN_FULL")) GTEST_SKIP() << "part of the full tests";
    for (const std::string_view id : bestestIds()) expectShipped(id, weather);
}

}  // namespace
}  // namespace pt

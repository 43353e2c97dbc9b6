// What the passive-house lab hands out and takes in: the year as tables, the report on paper,
// the house itself, and the weather of another place.
#include "engine/view/exchange.h"

#include "sims/passive_house/exchange_csv.h"
#include "sims/passive_house/exchange_report.h"
#include "sims/passive_house/model.h"
#include "sims/passive_house/weather_file.h"

namespace pt {
namespace {

class HouseExchange : public Exchange {
public:
    explicit HouseExchange(const PassiveHouse& model) : model_(model) {}

    std::vector<Export> exports() const override {
        return {{"report", "pdf"}, {"months", "csv"}, {"hours", "csv"}, {"house", "json"}};
    }

    Result<std::string> write(std::string_view key, const Words& words) const override {
        if (key == "house") return saveHouse(model_.house()).write(2) + "\n";
        if (key != "report" && key != "months" && key != "hours")
            return Error{"exchange.unknown", "", {{"key", std::string(key)}}};
        const YearResult* year = model_.year();
        if (!year) return Error{"house.year_not_ready", "", {}};
        if (key == "months") return monthsCsv(*year, words);
        if (key == "hours") return hoursCsv(*year, words);
        return pdf({reportPage(model_, *year, words)}, words("passive_house.year.report.title"));
    }

    std::vector<std::string> imports() const override { return {"json", "epw"}; }

    Result<std::vector<Command>> read(std::string_view bytes,
                                      std::string_view extension) const override {
        if (extension == "epw") return readPlace(bytes);
        const Result<Json> json = Json::parse(bytes);
        if (!json.ok()) return json.error();
        const Result<House> house = loadHouse(json.value());
        if (!house.ok()) return house.error();
        return std::vector<Command>{documentCommand("house", json.value())};
    }

private:
    static Result<std::vector<Command>> readPlace(std::string_view bytes) {
        const Result<Weather> weather = readEpw(bytes);
        if (!weather.ok()) return weather.error();
        return std::vector<Command>{documentCommand("weather_file", saveWeather(&weather.value())),
                                    chooseCommand("weather", "file")};
    }

    const PassiveHouse& model_;
};

}  // namespace

extern const ExchangeEntry passive_house_exchange;
const ExchangeEntry passive_house_exchange{
    "passive_house", [](const Model& model) -> std::unique_ptr<Exchange> {
        return std::make_unique<HouseExchange>(static_cast<const PassiveHouse&>(model));
    }};

}  // namespace pt

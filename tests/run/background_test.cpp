// Figures of a design and the background work that finds them.
#include <gtest/gtest.h>

#include "engine/run/csv.h"
#include "engine/run/save.h"
#include "tests/run/fake_lab.h"

namespace pt::fake {
namespace {

// A sledge whose cost takes five slices to find: as many as it weighs in hundred grams.
class Costed : public Sledge {
public:
    void describe(Schema& schema) override {
        Sledge::describe(schema);
        schema.figure(
            "cost", unit("euro"), [this] { return cost_; }, Better::lower);
        schema.document(
            "diary", [this] { return diary_; },
            [this](const Json& json) {
                diary_ = json;
                return Status(Ok{});
            });
        schema.notebook("diary");
        schema.background([this, mass = schema.findParam("mass")->value] {
            ++begun;
            cost_ = std::nan("");
            return std::make_unique<Weighing>(*this, *mass);
        });
    }
    int begun = 0;

private:
    struct Weighing : Job {
        Weighing(Costed& lab, double mass) : lab_(lab), mass_(mass) {}
        bool advance() override {
            if (++slices_ < 5) return true;
            lab_.cost_ = mass_ * 10;
            return false;
        }
        double progress() const override { return slices_ / 5.0; }

    private:
        Costed& lab_;
        double mass_;
        int slices_ = 0;
    };
    double cost_ = std::nan("");
    Json diary_ = Json("");
};

std::unique_ptr<Model> makeCosted() { return std::make_unique<Costed>(); }
const LabEntry costedTable[] = {{"sledge", sledgeDt, makeCosted}};

std::unique_ptr<Session> openCosted() {
    return std::move(Session::open(setup(), costedTable).value());
}

double cost(const Session& session) { return session.schema().findOutput("cost")->number(); }
int begun(const Session& session) { return static_cast<const Costed&>(session.model()).begun; }
double noTime() { return 0; }
double everLater() {
    static double now = 0;
    return now += 1;
}

TEST(Background, BeginsByItselfAndIsDoneInSlices) {
    auto session = openCosted();
    const uint64_t before = session->hash();
    EXPECT_TRUE(session->backgroundRuns());
    EXPECT_TRUE(std::isnan(cost(*session)));
    EXPECT_TRUE(session->advanceJobs(everLater, 0.5)) << "a slice takes a second by this clock";
    EXPECT_NEAR(session->backgroundProgress(), 0.2, 1e-12);
    EXPECT_EQ(session->runningJob(), "") << "it is no job that a person asked for";
    const uint64_t revision = session->revision();
    EXPECT_FALSE(session->advanceJobs(noTime));
    EXPECT_GT(session->revision(), revision);
    EXPECT_NEAR(cost(*session), 10, 1e-9);
    EXPECT_EQ(session->hash(), before);
    EXPECT_TRUE(session->journal().empty());
}

TEST(Background, BeginsAnewWithEachChangeOfTheDesignAndOnlyThen) {
    auto session = openCosted();
    session->finishBackground();
    EXPECT_FALSE(session->backgroundRuns());
    auto renewed = [&, seen = 1]() mutable {
        const bool more = begun(*session) > seen;
        seen = begun(*session);
        return more;
    };
    const auto does = [&](const Command& command) {
        EXPECT_TRUE(session->post(command).ok()) << command.name;
        return renewed();
    };
    const auto set = [](const char* key, double value) {
        return command("set", Json::object().set("key", key).set("value", value));
    };
    EXPECT_TRUE(does(set("mass", 2)));
    EXPECT_FALSE(does(set("mass", 2))) << "as it is already";
    EXPECT_FALSE(session->post(set("mass", 99)).ok());
    EXPECT_FALSE(renewed()) << "a refused edit";
    EXPECT_TRUE(does(undo()));
    EXPECT_TRUE(does(redo()));
    session->finishBackground();
    EXPECT_NEAR(cost(*session), 20, 1e-9);
    session->runToEnd(20).value();
    EXPECT_FALSE(renewed()) << "time that passes";
    EXPECT_TRUE(does(set("push", 6))) << "a live edit";
    session->runToEnd(20).value();
    const auto rewind = command("rewind", Json::object().set("step", 10));
    EXPECT_TRUE(does(rewind)) << "to before that edit";
    session->runToEnd(5).value();
    EXPECT_FALSE(renewed());
    session->runToEnd(10).value();
    EXPECT_TRUE(renewed()) << "the edit is replayed";
    EXPECT_FALSE(
        does(command("document", Json::object().set("key", "diary").set("value", "nice"))));
    EXPECT_FALSE(does(command("reset")));
}

TEST(Background, WaitsForTheJobThatAPersonAskedFor) {
    auto session = openCosted();
    ASSERT_TRUE(session->startJob("simulate", Json::object().set("count", 3)).ok());
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(session->backgroundProgress(), 0);
        EXPECT_TRUE(session->advanceJobs(everLater, 0.5));
    }
    EXPECT_EQ(session->runningJob(), "");
    EXPECT_TRUE(session->advanceJobs(everLater, 0.5));
    EXPECT_NEAR(session->backgroundProgress(), 0.2, 1e-12);
}

TEST(Background, AFinishedRunKnowsItsFiguresAndTheyHaveNoCourse) {
    auto session = openCosted();
    session->runToEnd(100'000).value();
    ASSERT_EQ(session->runs().size(), 1u);
    EXPECT_NEAR(session->runs()[0].outputs["cost"].number(), 10, 1e-9);
    EXPECT_EQ(session->recording().columns(), 3u);
    EXPECT_EQ(recordingCsv(*session, CsvStyle::standard).find("cost"), std::string::npos);
    EXPECT_NE(runsCsv(*session, CsvStyle::standard).find("cost (€)"), std::string::npos);
}

TEST(Background, AnOpenedFileFindsItsFiguresAgain) {
    auto session = openCosted();
    session->runToEnd(30).value();
    auto opened = SaveFile::open(SaveFile::write(*session), costedTable);
    ASSERT_TRUE(opened.ok());
    EXPECT_TRUE(opened.value()->backgroundRuns());
    opened.value()->finishBackground();
    EXPECT_NEAR(cost(*opened.value()), 10, 1e-9);
    EXPECT_EQ(opened.value()->recording().columns(), 3u);
    EXPECT_EQ(opened.value()->hash(), session->hash());
}

TEST(Background, ALabWithoutItHasNone) {
    auto session = open();
    EXPECT_FALSE(session->backgroundRuns());
    EXPECT_EQ(session->backgroundProgress(), 1);
    session->finishBackground();
    EXPECT_FALSE(session->advanceJobs(noTime));
}

}  // namespace
}  // namespace pt::fake

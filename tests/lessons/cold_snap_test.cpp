// The cold snap of the format's own example, played as it stands there.
#include "engine/store/store.h"
#include "tests/lessons/walk.h"

namespace pt {
namespace {

constexpr int64_t hour = 6;  // steps of the house

double output(const Session& session, const char* key) {
    return session.schema().findOutput(key)->number();
}

TEST(ColdSnap, ComesAnHourAfterTheTaskAndGoesAfterADay) {
    const auto bytes =
        readFile(PROEFTUIN_ROOT "/tests/scenario/examples/passiefhuis.lab.yaml", 1 << 20);
    ASSERT_TRUE(bytes.ok());
    OpenLesson snap(bytes.value(), "passiefhuis", "plus"), usual(bytes.value(), "passiefhuis");
    ASSERT_TRUE(snap.run && usual.run);
    for (OpenLesson* each : {&snap, &usual}) {
        ASSERT_TRUE(each->act(Json::object().set("do", "teacher").set("on", true)).ok());
        ASSERT_TRUE(each->act(Json::object().set("do", "go").set("step", "meten")).ok());
    }
    ASSERT_TRUE(snap.run->scriptErrors().empty()) << snap.run->scriptErrors()[0].key;
    const auto colder = [&](int64_t hours) {
        for (OpenLesson* each : {&snap, &usual})
            EXPECT_TRUE(each->session->runToEnd(hours * hour).ok());
        return output(*usual.session, "outdoor_temperature") -
               output(*snap.session, "outdoor_temperature");
    };
    EXPECT_EQ(colder(1), 0);
    EXPECT_NEAR(colder(1), 10, 1e-9);
    EXPECT_NEAR(colder(22), 10, 1e-9);
    EXPECT_LT(output(*snap.session, "air_temperature"), output(*usual.session, "air_temperature"))
        << "at night the heating is low";
    EXPECT_GT(snap.run->values().number("cooled"), 0);
    EXPECT_NEAR(colder(2), 0, 1e-9);
    EXPECT_TRUE(snap.run->scriptErrors().empty());
    EXPECT_LT(snap.run->values().number("cooled"), 4);
    EXPECT_TRUE(snap.run->item("koudegolf").done);
}

}  // namespace
}  // namespace pt

#include "engine/desktop/left_work.h"

#include "tests/desktop/fixture.h"

namespace pt {
namespace {

TEST(LeftWork, TheNewestComesFirstAndTheOldestMakesRoom) {
    auto store = memoryStore();
    LeftWork left(*store);
    Running running;
    for (size_t i = 0; i < LeftWork::most + 3; ++i) {
        const double height = 0.1 + 0.005 * static_cast<double>(i);
        ASSERT_TRUE(running.session().post(setCommand("height", height)).ok());
        ASSERT_TRUE(left.keep(running.session()).ok());
        ASSERT_TRUE(left.keep(running.session()).ok()) << "once more the same";
    }
    std::vector<std::string> keys = left.of(running.session().lab().id);
    ASSERT_EQ(keys.size(), LeftWork::most);
    EXPECT_EQ(keys.front(), "left-00000011-spaghetti_bridge.proeftuin");
    EXPECT_EQ(LeftWork::labOf(keys.front()), "spaghetti_bridge");
    EXPECT_TRUE(left.of("another_lab").empty());
    ASSERT_TRUE(store->put("left-niets.proeftuin", "x").ok());
    EXPECT_EQ(left.of().size(), LeftWork::most) << "a key that is none of ours";
}

TEST(LeftWork, WhatWasNotSavedIsOfferedAgain) {
    Running running;
    running.desk().ask("param.height", "12,5");
    running.app.carryOut();
    ASSERT_TRUE(running.app.open("eigen_brug"));
    LeftWork left(*running.store);
    ASSERT_EQ(left.of().size(), 1u);
    running.desk().ask(Act::open);
    running.app.carryOut();
    ASSERT_FALSE(running.desk().files.examples.empty());
    EXPECT_EQ(running.desk().files.examples.front().left, left.of().front());
    running.desk().asked.goOn = left.of().front();
    running.app.carryOut();
    EXPECT_DOUBLE_EQ(*running.session().schema().findParam("height")->value, 0.125);
    EXPECT_TRUE(running.desk().work.changed()) << "it is in no file yet";
    EXPECT_TRUE(left.of().empty());
}

TEST(LeftWork, AnUntouchedScenarioIsNotKept) {
    Running running;
    ASSERT_TRUE(running.app.open("eigen_brug"));
    EXPECT_TRUE(LeftWork(*running.store).of().empty());
}

}  // namespace
}  // namespace pt

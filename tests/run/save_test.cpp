// The save file: exact, damaged, hostile, older and newer.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "engine/run/save.h"
#include "tests/run/fake_lab.h"

namespace pt {
namespace {

using namespace fake;

using Opened = Result<std::unique_ptr<Session>>;

Opened read(const std::string& bytes) { return SaveFile::open(bytes, table); }
std::string keyOf(const Opened& opened) { return opened.ok() ? "" : opened.error().key; }

void post(Session& session, const Command& command) {
    const Status done = session.post(command);
    EXPECT_TRUE(done.ok()) << command.name << ": " << fake::keyOf(done);
}

// A session with something in every part of the file.
std::unique_ptr<Session> busy() {
    pt::Setup wanted = setup(UINT64_MAX);
    Setting mass, push, gait;
    mass.key = "mass";
    mass.where = "ride.lab.yaml:5:3";
    mass.number = 1.25;
    mass.locked = mass.shown = true;
    push.key = "push";
    push.number = 5;
    push.range = Range{-8, 8, 0.5};
    gait.key = "gait";
    gait.option = "calm";
    gait.options = {"calm", "brisk"};
    gait.hidden = true;
    wanted.settings = {mass, push, gait};
    wanted.documents = {{"track", Json::parse("{\"walls\":[1,2]}").value()}};
    wanted.source = "lab: 1 # \"een\" \\ rit\n";
    auto session = open(wanted);
    session->runToEnd(1'000'000).value();
    post(*session, chooseCommand("layout", "free"));
    session->runToEnd(30).value();
    post(*session, setCommand("push", 7, 1));
    session->runToEnd(200).value();
    post(*session, setCommand("push", 6, 1));
    post(*session, command("shove", Json::object().set("impulse", 0.1)));
    post(*session, chooseCommand("gait", "brisk"));
    session->runToEnd(10).value();
    post(*session, undo());
    EXPECT_TRUE(session->rewindTo(150).ok());
    EXPECT_TRUE(session->stepOnce().ok());
    session->rate(4);
    return session;
}

// The file without its last line, which would notice any change.
std::string unchecked(const std::string& bytes) {
    return bytes.substr(0, bytes.rfind(",\n\"check\"")) + "}\n";
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
    const size_t place = bytes.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return place == std::string::npos ? bytes : bytes.replace(place, from.size(), to);
}

std::string replacedLast(std::string bytes, const std::string& from, const std::string& to) {
    const size_t place = bytes.rfind(from);
    EXPECT_NE(place, std::string::npos) << from;
    return place == std::string::npos ? bytes : bytes.replace(place, from.size(), to);
}

std::string fixture(const std::string& name) {
    std::ifstream in(std::string(PROEFTUIN_ROOT) + "/tests/run/data/" + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(Save, OpensAsItWas) {
    const auto session = busy();
    const std::string bytes = SaveFile::write(*session);
    const Opened opened = read(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    const Session& again = *opened.value();
    EXPECT_EQ(SaveFile::write(again), bytes);
    EXPECT_EQ(again.hash(), session->hash());
    EXPECT_EQ(again.snapshot(), session->snapshot());
    EXPECT_EQ(again.reached(), session->reached());
    EXPECT_EQ(again.journal(), session->journal());
    EXPECT_EQ(again.runs(), session->runs());
    EXPECT_EQ(again.rate(), 4);
    EXPECT_FALSE(again.playing());
    EXPECT_EQ(again.canUndo(), session->canUndo());
    EXPECT_EQ(again.canRedo(), session->canRedo());
    const Recording &was = session->recording(), &is = again.recording();
    EXPECT_EQ(is.steps(), was.steps());
    EXPECT_EQ(is.times(), was.times());
    EXPECT_EQ(is.column(0), was.column(0));
    EXPECT_EQ(is.events(), was.events());
    const pt::Setup& kept = again.setup();
    EXPECT_EQ(kept.seed, UINT64_MAX);
    EXPECT_EQ(kept.scenario, "ride");
    EXPECT_EQ(kept.source, session->setup().source);
    ASSERT_EQ(kept.settings.size(), 3u);
    EXPECT_TRUE(kept.settings[0].locked && kept.settings[0].shown && kept.settings[2].hidden);
    EXPECT_EQ(kept.settings[0].where, "ride.lab.yaml:5:3");
    EXPECT_EQ(kept.settings[1].range->step, 0.5);
}

TEST(Save, KeepsTheFilesOfALesson) {
    pt::Setup wanted = setup();
    wanted.source = "lab: 1\n";
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    wanted.files = std::make_shared<const SetupFiles>(
        SetupFiles{{"fotos/slee \"één\".png", all}, {"leeg.csv", ""}, {"script.lua", "x = 1\n"}});
    const auto session = open(wanted);
    const std::string bytes = SaveFile::write(*session);
    const Opened opened = read(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    ASSERT_NE(opened.value()->setup().files, nullptr);
    EXPECT_EQ(*opened.value()->setup().files, *wanted.files);
    EXPECT_TRUE(SaveFile::write(*opened.value()) == bytes);
    EXPECT_TRUE(SaveFile::replay(bytes, table).value().same);
    const std::string file = unchecked(bytes);
    for (const char* damaged : {"\"leeg.csv\":\"A\"", "\"leeg.csv\":7", "\"leeg.csv\":null"}) {
        const Opened refused = read(replaced(file, "\"leeg.csv\":\"\"", damaged));
        ASSERT_FALSE(refused.ok()) << damaged;
        EXPECT_EQ(refused.error().key, "save.damaged");
        EXPECT_EQ(refused.error().args[0].value, "3") << damaged;
    }
    EXPECT_EQ(keyOf(read(replaced(file, "\"files\":{", "\"files\":[],\"x\":{"))), "save.damaged");
}

TEST(Save, RewindsAfterOpening) {
    const auto session = busy();
    const Opened opened = read(SaveFile::write(*session));
    ASSERT_TRUE(opened.ok());
    for (const int64_t step : {10, 230, 40, 29, 30, 31, 0, 151}) {
        ASSERT_TRUE(session->rewindTo(step).ok());
        ASSERT_TRUE(opened.value()->rewindTo(step).ok());
        EXPECT_EQ(opened.value()->hash(), session->hash()) << step;
        EXPECT_EQ(SaveFile::write(*opened.value()), SaveFile::write(*session)) << step;
    }
}

TEST(Save, KeepsARefusedStart) {
    auto session = busy();
    post(*session, chooseCommand("ground", "glue"));
    const std::string bytes = SaveFile::write(*session);
    const Opened opened = read(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    EXPECT_EQ(opened.value()->trouble()->key, "fake.glued");
    EXPECT_EQ(SaveFile::write(*opened.value()), bytes);
    post(*session, undo());
    post(*opened.value(), undo());
    EXPECT_EQ(opened.value()->hash(), session->hash());
}

TEST(Save, GesturesDoNotReachOverProgramStarts) {
    auto session = open();
    post(*session, setCommand("push", 6, 1));
    Opened opened = read(SaveFile::write(*session));
    ASSERT_TRUE(opened.ok());
    post(*opened.value(), setCommand("push", 7, 1));
    post(*opened.value(), undo());
    EXPECT_EQ(value(*opened.value(), "push"), 6);
    EXPECT_TRUE(SaveFile::replay(SaveFile::write(*opened.value()), table).value().same);
}

TEST(Save, ReplayProvesAResult) {
    const auto session = busy();
    const std::string bytes = SaveFile::write(*session);
    const auto replay = SaveFile::replay(bytes, table);
    ASSERT_TRUE(replay.ok());
    EXPECT_TRUE(replay.value().same);
    EXPECT_EQ(replay.value().expected, session->hash());
    EXPECT_GT(replay.value().steps, 240);
    // A typed result, another seed, another deed: all found out.
    const std::string file = unchecked(bytes);
    const auto same = [](const std::string& forged) {
        const auto result = SaveFile::replay(forged, table);
        return !result.ok() || result.value().same;
    };
    EXPECT_TRUE(same(file));
    EXPECT_FALSE(same(replaced(file, "\"outputs\":{\"place\":", "\"outputs\":{\"place\":9")));
    EXPECT_FALSE(same(replaced(file, "\"seed\":\"18446744073709551615\"", "\"seed\":\"1\"")));
    EXPECT_FALSE(same(replacedLast(file, "\"value\":7", "\"value\":7.25")));
    EXPECT_FALSE(same(replaced(file, "\"after\":30", "\"after\":31")));
    EXPECT_FALSE(same(replacedLast(file, "\"name\":\"shove\"", "\"name\":\"shave\"")));
}

TEST(Save, ReplayHasALimit) {
    const std::string bytes = unchecked(SaveFile::write(*open()));
    const auto replay = SaveFile::replay(replaced(bytes, "\"since\":0", "\"since\":1e15"), table);
    ASSERT_FALSE(replay.ok());
    EXPECT_EQ(replay.error().key, "session.too_long");
}

TEST(Save, TruncatedAnywhereIsRefusedOrTheSame) {
    const auto session = busy();
    const std::string bytes = SaveFile::write(*session);
    ASSERT_GT(bytes.size(), 3000u);
    for (size_t size = 0; size < bytes.size(); ++size) {
        const Opened opened = read(bytes.substr(0, size));
        if (opened.ok()) {
            EXPECT_EQ(SaveFile::write(*opened.value()), bytes) << size;
        } else if (size >= 13) {
            ASSERT_EQ(opened.error().key, "save.damaged") << size;
            EXPECT_FALSE(opened.error().args[0].value.empty());
        } else {
            ASSERT_EQ(opened.error().key, "save.not_ours") << size;
        }
    }
}

TEST(Save, AnyAlteredByteIsNoticed) {
    const std::string bytes = SaveFile::write(*busy());
    for (size_t i = 0; i < bytes.rfind(",\n\"check\""); i += 7) {
        std::string altered = bytes;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        EXPECT_FALSE(read(altered).ok()) << i;
    }
    EXPECT_EQ(keyOf(read(replaced(bytes, "\"rate\":4", "\"rate\":5"))), "save.altered");
}

TEST(Save, SaysWhatIsNotOurs) {
    for (const char* bytes : {"", "{}", "[]", "null", "PK\3\4", "lab: spaghetti-bridge\n",
                              "{\"proeftuin\":\"1\"}", "{\"proeftuin\":0}", "{\"proeftuin\":1.5}"})
        EXPECT_EQ(keyOf(read(bytes)), "save.not_ours") << bytes;
    EXPECT_EQ(keyOf(read("{\"proeftuin\":1}")), "save.damaged");
}

TEST(Save, RefusesANewerVersion) {
    const std::string bytes = SaveFile::write(*open());
    const Opened opened = read(replaced(unchecked(bytes), "\"proeftuin\":1", "\"proeftuin\":2"));
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().key, "save.newer");
    EXPECT_EQ(opened.error().args[0], (Arg{"found", "2"}));
    EXPECT_EQ(opened.error().args[1], (Arg{"known", "1"}));
}

TEST(Save, NamesTheLineOfADamagedPart) {
    const std::string file = unchecked(SaveFile::write(*busy()));
    const auto line = [&](const std::string& from, const std::string& to) {
        const Opened opened = read(replaced(file, from, to));
        if (opened.ok()) return std::string("opened");
        return opened.error().key == "save.damaged" ? opened.error().args[0].value
                                                    : opened.error().key;
    };
    const size_t first = file.find("\n\"now\"");
    const auto lineOf = [&](const char* part) {
        const size_t place = file.find("\n\"" + std::string(part) + "\":");
        return std::to_string(
            1 + std::count(file.begin(), file.begin() + static_cast<long>(place) + 1, '\n'));
    };
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(line("\n\"now\":", "\n\"now\"?"), "4");
    EXPECT_EQ(line("\"setup\":{", "\"setup\":1,\"x\":{"), "2");
    EXPECT_EQ(line("\"seed\":\"18446744073709551615\"", "\"seed\":\"18446744073709551616\""), "2");
    EXPECT_EQ(line("\"seed\":\"1", "\"seed\":\"x"), "2");
    EXPECT_EQ(line("\"now\":{\"params\":{\"push\":7", "\"now\":{\"params\":{\"push\":70"), "4");
    EXPECT_EQ(line("\"now\":{\"params\":{\"push\":7", "\"now\":{\"params\":{\"push\":\"7\""), "4");
    EXPECT_EQ(line("\"ground\":\"ice\"", "\"ground\":\"mud\""), lineOf("now"));
    EXPECT_EQ(line("\"states\":{\"x\":", "\"states\":{\"x\":[1],\"y\":"), lineOf("states"));
    EXPECT_EQ(line("\"trail\":[", "\"trail\":[null,"), lineOf("states"));
    EXPECT_EQ(line("\"trail\":[", "\"trail\":[1,"), "fake.trail") << "the model has the last word";
    EXPECT_EQ(line("\"run\":{\"step\":151", "\"run\":{\"step\":1e300"), lineOf("run"));
    EXPECT_EQ(line("\"run\":{\"step\":151", "\"run\":{\"step\":-1"), lineOf("run"));
    EXPECT_EQ(line("\"run\":{\"step\":151", "\"run\":{\"step\":1.5"), lineOf("run"));
    EXPECT_EQ(line("\"run\":{\"step\":151", "\"run\":{\"step\":900"), lineOf("run"));
    EXPECT_EQ(line("\"run\":{\"step\":151", "\"run\":{\"step\":152"), lineOf("recording"));
    EXPECT_EQ(line("\"stride\":1", "\"stride\":3"), lineOf("run"));
    EXPECT_EQ(line("\"stride\":1", "\"stride\":0"), lineOf("run"));
    EXPECT_EQ(line("\"inputs\":[{\"step\":30", "\"inputs\":[{\"step\":999"), lineOf("run"));
    EXPECT_EQ(line("\"recording\":{", "\"recording\":[],\"x\":{"), lineOf("recording"));
    EXPECT_EQ(line("\"pace\":[", "\"pace\":[1,"), lineOf("recording"));
    EXPECT_EQ(line("\"events\":[\n{\"step\":", "\"events\":[\n{\"step\":9"), lineOf("events"));
    EXPECT_EQ(line("\"runs\":[\n{\"seed\"", "\"runs\":[\n{\"sead\""), lineOf("runs"));
    EXPECT_EQ(line("\"undo\":[\n{\"run\":{\"step\":", "\"undo\":[\n{\"run\":{\"step\":999999"),
              lineOf("undo"));
    EXPECT_EQ(line("\"journal\":[\n{\"after\":", "\"journal\":[\n{\"after\":-"), lineOf("journal"));
    EXPECT_EQ(line("\"since\":1", "\"since\":\"1\""), lineOf("since"));
    EXPECT_EQ(line("\"rate\":4", "\"rate\":null"), lineOf("rate"));
    EXPECT_EQ(line("\"lab\":\"sledge\"", "\"lab\":\"volcano\""), "session.unknown_lab");
    EXPECT_EQ(line("\"documents\":{\"track\":{\"walls\":[1,2]}}",
                   "\"documents\":{\"track\":{\"walls\":[-1]}}"),
              "fake.wall");
}

TEST(Save, UndoOfAForgedRunIsRefusedAndHarmsNothing) {
    auto session = open();
    post(*session, documentCommand("track", Json::parse("{\"walls\":[4]}").value()));
    post(*session, chooseCommand("layout", "free"));
    post(*session, documentCommand("track", Json::parse("{\"walls\":[5]}").value()));
    std::string bytes = unchecked(SaveFile::write(*session));
    const size_t place = bytes.rfind("\"track\":{\"walls\":[2,4,6]}", bytes.find("\"redo\""));
    ASSERT_NE(place, std::string::npos);
    bytes.replace(place, 25, "\"track\":{\"walls\":[-2,4]} ");
    const Opened opened = read(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    const uint64_t before = opened.value()->hash();
    EXPECT_EQ(fake::keyOf(opened.value()->post(undo())), "fake.wall");
    EXPECT_EQ(opened.value()->hash(), before);
    EXPECT_TRUE(opened.value()->stepOnce().ok());
}

TEST(Save, KeepsWhatItDoesNotKnow) {
    std::string file = unchecked(SaveFile::write(*busy()));
    file = replaced(file, "\"now\":{\"params\":{", "\"now\":{\"params\":{\"wind\":3,");
    file = replaced(file, "\"choices\":{", "\"choices\":{\"season\":\"winter\",");
    file = replaced(file, "\n\"since\"", "\n\"lesson\":{\"page\":3},\n\"since\"");
    const Opened opened = read(file);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    const std::string again = SaveFile::write(*opened.value());
    EXPECT_NE(again.find("\"wind\":3"), std::string::npos);
    EXPECT_NE(again.find("\"season\":\"winter\""), std::string::npos);
    EXPECT_NE(again.find("\n\"lesson\":{\"page\":3}"), std::string::npos);
    EXPECT_EQ(SaveFile::write(*read(again).value()), again);
}

TEST(Save, ComputesAMissingStateAgain) {
    const auto session = busy();
    const std::string file = unchecked(SaveFile::write(*session));
    const Opened opened = read(replaced(file, "\"states\":{\"x\":", "\"states\":{\"old\":"));
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    EXPECT_EQ(opened.value()->hash(), session->hash());
    EXPECT_EQ(opened.value()->recording().events(), session->recording().events());
    EXPECT_EQ(SaveFile::write(*opened.value()), SaveFile::write(*session));
}

TEST(Save, NumbersKeepTheirLastBit) {
    auto session = open();
    for (const double push : {0.1, 1.0 / 3, 5e-324, -0.0, 2.2250738585072014e-308}) {
        post(*session, setCommand("push", push == 0 ? 1 : 2));
        post(*session, setCommand("push", push));
        const Opened opened = read(SaveFile::write(*session));
        ASSERT_TRUE(opened.ok());
        EXPECT_EQ(std::signbit(value(*opened.value(), "push")), std::signbit(push));
        EXPECT_EQ(value(*opened.value(), "push"), push);
    }
}

// Written by version 1 and never to be changed: every later program has to open it.
TEST(Save, OpensTheFixtureOfVersion1) {
    const std::string bytes = fixture("version-1.proeftuin");
    ASSERT_FALSE(bytes.empty());
    const Opened opened = read(bytes);
    ASSERT_TRUE(opened.ok()) << opened.error().key;
    const Session& session = *opened.value();
    EXPECT_EQ(session.step(), 151);
    EXPECT_EQ(session.runs().size(), 1u);
    EXPECT_EQ(value(session, "push"), 7);
    EXPECT_TRUE(session.canUndo() && session.canRedo());
    const auto replay = SaveFile::replay(bytes, table);
    ASSERT_TRUE(replay.ok());
    EXPECT_TRUE(replay.value().same);
}

TEST(Migrate, GoesUpOneVersionAtATime) {
    const Migration chain[] = {
        [](Json tree) -> Result<Json> { return tree.set("proeftuin", 2).set("two", true); },
        [](Json tree) -> Result<Json> {
            EXPECT_TRUE(tree["two"].boolean());
            return tree.set("proeftuin", 3).set("three", true);
        },
        [](Json tree) -> Result<Json> {
            if (tree.has("bad")) return Error{"save.damaged", "", {{"line", "1"}}};
            return tree.set("proeftuin", 4);
        }};
    const auto from = [&](int version) { return Json::object().set("proeftuin", version); };
    EXPECT_EQ(migrate(from(1), chain).value().write(),
              R"({"proeftuin":4,"two":true,"three":true})");
    EXPECT_EQ(migrate(from(3), chain).value().write(), R"({"proeftuin":4})");
    EXPECT_EQ(migrate(from(4), chain).value().write(), R"({"proeftuin":4})");
    EXPECT_EQ(migrate(from(5), chain).error().key, "save.newer");
    EXPECT_EQ(migrate(from(3).set("bad", 1), chain).error().key, "save.damaged");
    EXPECT_EQ(migrate(Json(), chain).error().key, "save.not_ours");
}

}  // namespace
}  // namespace pt

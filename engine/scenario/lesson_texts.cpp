#include "engine/scenario/lesson_texts.h"

namespace pt {
namespace {

class Texts {
public:
    explicit Texts(std::vector<LessonText>& list) : list_(list) {}

    void add(const std::string& path, Text& text) {
        if (!text.empty()) list_.push_back({path, &text});
    }
    void add(const std::string& path, std::vector<Text>& texts) {
        for (size_t i = 0; i < texts.size(); ++i) add(numbered(path, i), texts[i]);
    }

    void step(LessonStep& step) {
        add(step.id + ".title", step.title);
        add(step.id + ".text", step.text);
        for (LessonItem& item : step.items) this->item(step.id + "." + item.id, item);
    }

private:
    static std::string numbered(const std::string& path, size_t index) {
        return path + "." + std::to_string(index + 1);
    }

    void item(const std::string& path, LessonItem& item) {
        add(path + ".ask", item.ask);
        std::visit([&](auto& body) { this->body(path, body); }, item.body);
        add(path + ".hints", item.hints);
        add(path + ".ok", item.ok);
        add(path + ".not_yet", item.notYet);
    }

    void body(const std::string& path, ShowItem& show) {
        add(path + ".caption", show.caption);
        add(path + ".alt", show.alt);
    }
    void body(const std::string& path, NumberItem& number) {
        for (size_t i = 0; i < number.wrong.size(); ++i)
            add(numbered(path + ".wrong", i), number.wrong[i].say);
    }
    void body(const std::string& path, ChoiceItem& choice) { options(path, choice.options); }
    void body(const std::string& path, PredictItem& predict) { options(path, predict.options); }
    void body(const std::string& path, OrderItem& order) { add(path + ".items", order.items); }
    void body(const std::string& path, MatchItem& match) {
        for (size_t i = 0; i < match.pairs.size(); ++i) {
            add(numbered(path + ".pairs", i) + ".left", match.pairs[i].first);
            add(numbered(path + ".pairs", i) + ".right", match.pairs[i].second);
        }
    }
    void body(const std::string& path, OpenItem& open) {
        add(path + ".mention", open.mention);
        add(path + ".model", open.model);
        add(path + ".rubric", open.rubric);
    }
    void body(const std::string& path, TaskItem& task) { cases(path, task.notYet); }
    void body(const std::string& path, CheckItem& check) { cases(path, check.notYet); }
    void body(const std::string& path, RubricItem& rubric) {
        for (size_t i = 0; i < rubric.rows.size(); ++i) {
            add(numbered(path + ".rows", i) + ".text", rubric.rows[i].text);
            add(numbered(path + ".rows", i) + ".scale", rubric.rows[i].scale);
        }
    }
    template <class Body>
    void body(const std::string&, Body&) {}  // the tools of inquiry have no texts of their own

    void options(const std::string& path, std::vector<AnswerOption>& options) {
        for (size_t i = 0; i < options.size(); ++i) {
            add(numbered(path + ".options", i) + ".text", options[i].text);
            add(numbered(path + ".options", i) + ".say", options[i].say);
        }
    }
    void cases(const std::string& path, std::vector<TaskItem::NotYet>& cases) {
        for (size_t i = 0; i < cases.size(); ++i) add(numbered(path + ".not_yet", i), cases[i].say);
    }

    std::vector<LessonText>& list_;
};

}  // namespace

std::vector<LessonText> textsOf(Scenario& scenario) {
    std::vector<LessonText> list;
    Texts texts(list);
    Lesson& lesson = scenario.lesson;
    texts.add("title", scenario.title);
    texts.add("about.goals", scenario.about.goals);
    for (LessonLevel& level : lesson.levels)
        texts.add("levels." + level.id + ".title", level.title);
    for (Requirement& requirement : lesson.requirements)
        texts.add("requirements." + requirement.id, requirement.text);
    for (size_t i = 0; i < lesson.events.size(); ++i) {
        if (lesson.events[i].say)
            texts.add("events." + std::to_string(i + 1) + ".say", *lesson.events[i].say);
    }
    for (auto& [id, text] : lesson.texts) texts.add("texts." + id, text);
    for (LessonStep& step : lesson.steps) texts.step(step);
    return list;
}

}  // namespace pt

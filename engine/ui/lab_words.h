// What a lab calls its things: labels, values and the sentences of its events.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/i18n/words.h"
#include "engine/model/model.h"
#include "engine/model/schema.h"
#include "engine/run/session.h"

namespace pt {

// String-table keys "<lab>.<key>" and "<lab>.<key>.<option>".
std::string labelOf(std::string_view lab, std::string_view key, const Words& words);
std::string optionLabel(std::string_view lab, std::string_view key, std::string_view option,
                        const Words& words);

// A setting as people write it: the digits that the value or its step (SI) has, at most six.
std::string settingText(double si, const Unit& unit, double step, const Words& words);

// The same without its unit.
std::string settingNumber(double si, const Unit& unit, double step, const Words& words);

// A text of an output: its option in words, free text as it is.
std::string textValue(std::string_view lab, const Output& output, const std::string& text,
                      const Words& words);
// A value that a lab gives: three digits, and a count without decimals.
std::string valueText(double si, const Unit& unit, const Words& words);
// The same without its unit.
std::string valueNumber(double si, const Unit& unit, const Words& words);
// The output's present value; "–" when it has none yet.
std::string outputText(std::string_view lab, const Output& output, const Words& words);
bool hasValue(const Output& output);

// The moment of the year at which a run with a calendar starts (calendar.h); none without one.
std::optional<double> calendarStart(const Session& session);

// "<lab>.event.<key>" with its arguments: a number in the unit of the output or param of that
// name, a text as the option of the text output that knows it.
std::string eventSentence(std::string_view lab, const Schema& schema, const Event& event,
                          const Words& words);

// "<lab>.check.<key>", with arguments as for events.
std::string checkSentence(std::string_view lab, const Schema& schema, const CheckRow& row,
                          const Words& words);

// A column of a table or an argument of a job: "<lab>.<whole>.<key>", or else "<lab>.<key>".
std::string partLabel(std::string_view lab, std::string_view whole, std::string_view key,
                      const Words& words);

// What the class measured for a job's argument: the real value of the output of that name, of the
// run that the design was tested as. null: nothing.
Json measuredBefore(const Session& session, const Argument& argument);

// A number in the unit people see, without the last bits that the conversion adds:
// 0.07 m is 7 cm.
double displayValue(double si, const Unit& unit);
double displayStep(double si, const Unit& unit);  // a difference: without the unit's offset

}  // namespace pt

// The functions that the page's script calls (web/src/engine.ts). Texts are UTF-8 and go both
// ways through one shared buffer: the script asks for its address, writes, and calls with the
// number of bytes; an answer lies in the same buffer and the call returns its length.
#pragma once

#include <cstdint>

namespace pt {

enum class Opens : int32_t { builtin, scenario, save, import, file };
enum class Reads : int32_t {
    page,
    items,
    result,
    plot,
    drawing,
    runsCsv,
    recordingCsv,
    save,
    hash,
    chart,
    design,
    exported,
    exportName,
    scenarios,
    lessonFile
};
enum FrameFlags : int32_t { frameAgain = 1, frameChanged = 2 };

extern "C" {
// At least this many bytes; the address holds until the next call of any of these.
char* pt_buffer(int32_t bytes);

// A built-in scenario's name, a scenario file (its name, '\n', its text), a save file, a file for
// the lab that is open (its extension, '\n', its bytes), or a part of the program that the script
// fetched (its path, '\n', its bytes). Answer: JSON list of sentences.
int32_t pt_open(Opens kind, int32_t bytes);
// `bytes` of JSON with sizes and choices ("{}" where there are none). Nothing before pt_open.
int32_t pt_read(Reads what, int32_t bytes);

// "id\0value": what a person did to a control. Answer: a sentence about why not, or nothing.
int32_t pt_act(int32_t bytes, int32_t gesture);
// A thing on the stage by its id, and a Deed of page.h. Answer as pt_act.
int32_t pt_item(int32_t bytes, int32_t deed);
// PointerKind, CSS px from the stage's top left, how near counts as on it, PointerFlags. Cursor;
// plus 256 times the length of a sentence in the buffer about why it was refused.
int32_t pt_pointer(int32_t kind, double x, double y, double reach, int32_t flags);
// A key's name; `fine`: with Shift. -1: not one of ours; else answer as pt_act.
int32_t pt_key(int32_t bytes, int32_t fine);
// Zooms around a point of the stage; a factor of 0 fits the drawing again. Pans by CSS px.
void pt_zoom(double factor, double x, double y);
void pt_pan(double x, double y);

// Lets time pass and draws if there is a context; FrameFlags.
int32_t pt_frame(double milliseconds);
void pt_resize(double width, double height, double ratio);
// 1: takes or takes back the WebGL2 context of "#canvas"; 0: it is lost. 1 when it can draw.
int32_t pt_gl(int32_t alive);
// Language and theme as counted in their enums; calm: fewer moving things.
void pt_show(int32_t language, int32_t theme, int32_t calm);
}

}  // namespace pt

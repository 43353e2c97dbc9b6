// The folder list of the open and save sheets.
#pragma once

#include <span>
#include <string>

#include "engine/desktop/desk.h"
#include "engine/desktop/look.h"

namespace pt {

// Shows another folder: its subfolders and the files that end in one of `suffixes`. A folder that
// cannot be read leaves the list empty and says why in `problem`.
void listFolder(FileBrowser& browser, const std::string& folder,
                std::span<const std::string_view> suffixes, const Words& words);
// Where files go when nothing else is known.
std::string homeFolder();

// A row of a list; returns true when it was chosen.
bool fileRow(const Look& look, const char* id, int icon, std::string_view name,
             std::string_view detail);

// The folder's path and its list over `height`. Returns the name of the file chosen, or "".
std::string drawBrowser(const Look& look, Desk& desk, FileBrowser& browser, float height,
                        std::span<const std::string_view> suffixes);

}  // namespace pt

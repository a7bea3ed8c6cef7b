// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "includes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace fs = std::filesystem;

namespace {

/// The layers, lowest first. Folders of one row are strangers to each other.
struct Layer {
    std::string_view folder;
    int row;
};
constexpr std::array Layers{
    Layer{"model/bytes", 2},
    Layer{"model/events", 3},
    Layer{"model/formats", 4},
    Layer{"model/sources", 4},
    Layer{"model/remote", 4},
    Layer{"model/messages", 5},
    Layer{"model/knowledge", 5},
    Layer{"model/wording", 6},
    Layer{"model/store", 7},
    Layer{"model/checks", 8},
    Layer{"model/reports", 9},
    Layer{"model/tables", 10},
    Layer{"model/session", 10},
    Layer{"model/paper", 10},
    Layer{"app", 11},
};
constexpr Layer Lowest{"model/error", 1};

/// A Qt module that is not for everybody, and who has it.
struct Module {
    std::string_view name;
    std::vector<std::string_view> folders;
};
const std::array Modules{
    Module{"QtConcurrent", {"model/session"}},
    Module{"QtDBus", {"app"}},
    Module{"QtGui", {"model/paper", "app"}},
    Module{"QtNetwork", {"app"}},
    Module{"QtPrintSupport", {"app"}},
    Module{"QtSql", {"model/messages", "model/knowledge"}},
    Module{"QtSvg", {"app"}},
    Module{"QtWidgets", {"app"}},
};

/// Another library's headers: where they are let in, and whether only one .cpp or one small folder may have them.
struct Library {
    std::string_view prefix;
    std::string_view folder;
    bool alone;
};
constexpr std::array Libraries{
    Library{"archive.h", "model/sources", true},
    Library{"archive_entry.h", "model/sources", true},
    Library{"hivex.h", "model/checks", true},
    Library{"libdeflate.h", "model", true},
    Library{"sqlite3.h", "model", true},
    Library{"xlsxwriter", "model/reports", true},
    Library{"yaml-cpp/", "model/knowledge", true},
    Library{"zlib.h", "model", true},
    Library{"KSyntaxHighlighting/", "app", false},
    Library{"qt6keychain/", "app", false},
    Library{"qtkeychain/", "app", false},
    Library{"samba-4.0/", "app/remote", false},
    Library{"libsmbclient.h", "app/remote", false},
    Library{"dcerpc.h", "app/remote", false},
    Library{"gen_ndr/", "app/remote", false},
    Library{"ndr.h", "app/remote", false},
    Library{"talloc.h", "app/remote", false},
    Library{"tevent.h", "app/remote", false},
};
constexpr std::size_t SmallFolder = 6; ///< sources and headers

struct Include {
    const TreeFile *file;
    std::size_t line;
    std::string target;
    bool quoted;
};

bool isIn(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::optional<Include> includeOf(const TreeFile &file, std::size_t index)
{
    const std::string &line = file.lines[index];
    auto at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#')
        return {};
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0)
        return {};
    const auto open = line.find_first_of("<\"", at + 7);
    if (open == std::string::npos)
        return {};
    const bool quoted = line[open] == '"';
    const auto close = line.find(quoted ? '"' : '>', open + 1);
    if (close == std::string::npos)
        return {};
    return Include{
        .file = &file, .line = index + 1, .target = line.substr(open + 1, close - open - 1), .quoted = quoted};
}

std::vector<Include> includesOf(const Tree &tree)
{
    std::vector<Include> includes;
    for (const TreeFile &file : tree) {
        if (!file.isHeader() && !file.isSource())
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (auto include = includeOf(file, i))
                includes.push_back(std::move(*include));
        }
    }
    return includes;
}

/// Where an include leads inside the tree, as the compiler would look for it; nothing for what is generated or
/// installed. A file that is not there still counts by its first folder.
std::optional<std::string> resolve(const Include &include, const std::set<std::string_view> &paths)
{
    const std::string beside =
        fs::path(std::string(include.file->folder()) + "/" + include.target).lexically_normal().generic_string();
    const std::array candidates{
        beside, "model/" + include.target, "app/" + include.target, include.target, "tests/" + include.target};
    for (const std::string &candidate : candidates) {
        if (paths.contains(candidate))
            return candidate;
    }
    const std::array guesses{include.target.starts_with("..") ? beside : "model/" + include.target, include.target};
    for (const std::string &guess : guesses) {
        if (isIn(guess, "tests") || std::ranges::any_of(Layers, [&](const Layer &l) { return isIn(guess, l.folder); }))
            return guess;
    }
    return {};
}

Layer layerOf(std::string_view path)
{
    for (const Layer &layer : Layers) {
        if (isIn(path, layer.folder))
            return layer;
    }
    return Lowest;
}

/// The folder directly below @p parent that holds @p path; empty for the parent's own files.
std::string_view partOf(std::string_view path, std::string_view parent)
{
    if (!isIn(path, parent) || path.size() <= parent.size())
        return {};
    const auto rest = path.substr(parent.size() + 1);
    const auto slash = rest.find('/');
    return slash == std::string_view::npos ? std::string_view() : rest.substr(0, slash);
}

/// Why @p from may not include @p to, both paths of the tree; empty when it may.
std::string objection(std::string_view from, std::string_view to)
{
    if (isIn(from, "tests")) {
        if (isIn(from, "tests/forge") && isIn(to, "model/formats"))
            return "the forge shares no code with the readers and writers of model/formats";
        return {};
    }
    if (isIn(to, "tests"))
        return "nothing outside tests/ includes from tests/";
    const Layer mine = layerOf(from);
    const Layer other = layerOf(to);
    if (other.row > mine.row)
        return std::string(mine.folder) + " is below " + std::string(other.folder);
    if (other.row == mine.row && other.folder != mine.folder)
        return std::string(mine.folder) + " and " + std::string(other.folder) + " are strangers";
    if (mine.folder == "model/formats" && other.folder == mine.folder) {
        const auto here = partOf(from, mine.folder);
        const auto there = partOf(to, mine.folder);
        if (!here.empty() && !there.empty() && here != there)
            return "the formats " + std::string(here) + " and " + std::string(there) + " are strangers";
    }
    if (mine.folder == "app" && other.folder == "app") {
        const auto here = partOf(from, "app");
        const auto there = partOf(to, "app");
        if (here != there && (there == "cli" || there == "remote"))
            return "app/" + std::string(there) + " is a program of its own";
        if (here == "remote" && there != here)
            return "app/remote is a program of its own and includes nothing else of app/";
        if (here == "cli" && there != here && !isIn(to, "app/errortext.h") && !isIn(to, "app/language.h"))
            return "app/cli has no windows and includes nothing of app/ but errortext.h and language.h";
        if (!here.empty() && isIn(to, "app/mainwindow.h"))
            return "the main window knows its parts, never the other way round";
    }
    return {};
}

/// Which of the modules that are not for everybody a system header belongs to.
const Module *moduleOf(const std::string &target, const fs::path &qtIncludes)
{
    for (const Module &module : Modules) {
        if (isIn(target, module.name))
            return &module;
        if (target.find('/') == std::string::npos && fs::exists(qtIncludes / module.name / target))
            return &module;
    }
    return nullptr;
}

void inspectModule(const Include &include, const fs::path &qtIncludes, Complaints &complaints)
{
    const Module *module = moduleOf(include.target, qtIncludes);
    if (!module)
        return;
    const bool mine = std::ranges::any_of(module->folders, [&](auto folder) { return include.file->isBelow(folder); });
    if (!mine)
        complaints.push_back({include.file->path, include.line,
            "<" + include.target + "> is of " + std::string(module->name) + ", which this folder does not use"});
}

/// Library headers by where they may be, and by how many have them.
void inspectLibraries(const std::vector<Include> &includes, const Tree &tree, Complaints &complaints)
{
    for (const Library &library : Libraries) {
        std::map<std::string_view, const Include *> files;
        std::set<std::string_view> folders;
        for (const Include &include : includes) {
            if (!include.target.starts_with(library.prefix) || include.file->isBelow("tests"))
                continue;
            if (!include.file->isBelow(library.folder))
                complaints.push_back({include.file->path, include.line,
                    "<" + include.target + "> is let in at " + std::string(library.folder) + " only"});
            files.emplace(include.file->path, &include);
            folders.insert(include.file->folder());
        }
        if (!library.alone || files.empty() || (files.size() == 1 && files.begin()->second->file->isSource()))
            continue;
        const auto beside = std::ranges::count_if(tree, [&](const TreeFile &file) {
            return (file.isSource() || file.isHeader()) && file.folder() == *folders.begin();
        });
        if (folders.size() == 1 && static_cast<std::size_t>(beside) <= SmallFolder)
            continue;
        for (const auto &[path, include] : files)
            complaints.push_back({std::string(path), include->line,
                "<" + include->target + "> belongs in one .cpp, or in one small folder of its own"});
    }
}

} // namespace

Complaints inspectIncludes(const Tree &tree, const fs::path &qtIncludes)
{
    Complaints complaints;
    std::set<std::string_view> paths;
    for (const TreeFile &file : tree)
        paths.insert(file.path);
    const std::vector<Include> includes = includesOf(tree);
    for (const Include &include : includes) {
        const TreeFile &file = *include.file;
        if (!file.isBelow("tests"))
            inspectModule(include, qtIncludes, complaints);
        if (!include.quoted)
            continue;
        if (const auto target = resolve(include, paths)) {
            if (const std::string why = objection(file.path, *target); !why.empty())
                complaints.push_back({file.path, include.line, "includes \"" + include.target + "\", but " + why});
        }
    }
    inspectLibraries(includes, tree, complaints);
    return complaints;
}

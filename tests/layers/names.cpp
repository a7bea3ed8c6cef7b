// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.h"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace {

constexpr std::size_t LongestSource = 500;
constexpr std::size_t LongestHeader = 250;
constexpr std::array EmptyFolderNames{"utils", "util", "common", "core", "base", "helpers", "helper", "misc"};
constexpr std::string_view LicenceLine = "SPDX-License-Identifier: GPL-3.0-or-later";

void inspectFolder(const TreeFile &file, std::set<std::string> &told, Complaints &complaints)
{
    std::string_view rest = file.folder();
    while (!rest.empty()) {
        const auto slash = rest.rfind('/');
        const auto name = slash == std::string_view::npos ? rest : rest.substr(slash + 1);
        if (std::ranges::contains(EmptyFolderNames, name) && told.emplace(rest).second)
            complaints.push_back({std::string(rest), 0, "a folder's name says what it does; this one says nothing"});
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(0, slash);
    }
}

void inspectFileName(const TreeFile &file, Complaints &complaints)
{
    const bool ours = (file.isSource() || file.isHeader()) && (file.isBelow("model") || file.isBelow("app"));
    const std::string_view name = file.name();
    const bool lower = std::ranges::all_of(
        name.substr(0, name.rfind('.')), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (ours && !lower)
        complaints.push_back({file.path, 0, "file names are in joined lower case"});
    static constexpr std::array CodeEndings{".cpp", ".h", ".hpp", ".c", ".cc", ".py", ".sh", ".js", ".pl"};
    if (file.isBelow("resources")
        && std::ranges::any_of(CodeEndings, [&](const char *ending) { return file.endsIn(ending); }))
        complaints.push_back({file.path, 0, "resources/ holds no code"});
}

void inspectSize(const TreeFile &file, Complaints &complaints)
{
    const std::size_t longest = file.isHeader() ? LongestHeader : LongestSource;
    if ((file.isHeader() || file.isSource()) && file.lines.size() >= longest)
        complaints.push_back(
            {file.path, 0, std::to_string(file.lines.size()) + " lines; it stays under " + std::to_string(longest)});
}

void inspectOpening(const TreeFile &file, Complaints &complaints)
{
    if (file.lines.empty())
        return;
    const auto opening = std::span(file.lines).first(std::min<std::size_t>(file.lines.size(), 5));
    if (std::ranges::none_of(opening, [](const std::string &line) { return line.contains(LicenceLine); }))
        complaints.push_back({file.path, 1, "lacks \"" + std::string(LicenceLine) + "\""});
    if (file.isHeader()
        && std::ranges::none_of(opening, [](const std::string &line) { return line == "#pragma once"; }))
        complaints.push_back({file.path, 1, "lacks #pragma once among its first lines"});
}

void inspectTypes(const TreeFile &file, Complaints &complaints)
{
    static const std::regex emptyName(
        R"(^\s*(?:enum\s+)?(?:class|struct)\s+(?:[A-Z_]+\s+)?((?!Q[A-Z])\w*(?:Manager|Helper|Utils?|Handler|Controller|Data))\b)");
    static const std::regex testFriend(R"(^\s*friend\s+(?:class|struct)\s+\w*(?:[Tt]est|tst_)\w*)");
    if (!file.isSource() && !file.isHeader())
        return;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (std::smatch match; std::regex_search(file.lines[i], match, emptyName))
            complaints.push_back(
                {file.path, i + 1, match[1].str() + " says neither what the thing is nor what it does once"});
        if (std::regex_search(file.lines[i], testFriend))
            complaints.push_back({file.path, i + 1, "nothing is friend of a test"});
    }
}

} // namespace

Complaints inspectNames(const Tree &tree)
{
    Complaints complaints;
    std::set<std::string> told;
    for (const TreeFile &file : tree) {
        inspectFolder(file, told, complaints);
        inspectFileName(file, complaints);
        inspectSize(file, complaints);
        inspectOpening(file, complaints);
        inspectTypes(file, complaints);
    }
    return complaints;
}

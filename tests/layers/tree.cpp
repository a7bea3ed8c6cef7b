// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace fs = std::filesystem;

namespace {

constexpr std::array Folders{"app", "model", "resources", "tests", "translations"};

bool isText(const TreeFile &file)
{
    static constexpr std::array Endings{".cpp", ".h", ".cmake", ".sh", ".py", "CMakeLists.txt"};
    return std::ranges::any_of(Endings, [&](const char *ending) { return file.endsIn(ending); });
}

std::vector<std::string> linesOf(const fs::path &path)
{
    std::vector<std::string> lines;
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

std::string_view TreeFile::folder() const
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string_view() : std::string_view(path).substr(0, slash);
}

std::string_view TreeFile::name() const
{
    return std::string_view(path).substr(path.rfind('/') + 1);
}

bool TreeFile::isBelow(std::string_view folder) const
{
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string Complaint::text() const
{
    return file + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": " + what;
}

Tree readTree(const fs::path &checkout)
{
    Tree tree;
    for (const char *folder : Folders) {
        if (!fs::is_directory(checkout / folder))
            continue;
        for (const auto &entry : fs::recursive_directory_iterator(checkout / folder)) {
            if (!entry.is_regular_file() || entry.path().filename().native().starts_with('.'))
                continue;
            TreeFile file{.path = fs::relative(entry.path(), checkout).generic_string(), .lines = {}};
            if (isText(file))
                file.lines = linesOf(entry.path());
            tree.push_back(std::move(file));
        }
    }
    std::ranges::sort(tree, {}, &TreeFile::path);
    return tree;
}

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of a checkout as the rules of the house see them: paths and lines, read once and then only looked at.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// One file of the tree. Only text that the rules look into has lines.
struct TreeFile {
    std::string path; ///< from the checkout on, with slashes
    std::vector<std::string> lines;

    [[nodiscard]] std::string_view folder() const;
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] bool endsIn(std::string_view ending) const { return path.ends_with(ending); }
    [[nodiscard]] bool isHeader() const { return endsIn(".h"); }
    [[nodiscard]] bool isSource() const { return endsIn(".cpp"); }
    [[nodiscard]] bool isBelow(std::string_view folder) const;
};

/// What a rule found, and where.
struct Complaint {
    std::string file;
    std::size_t line = 0; ///< counted from 1; 0 when the whole file is meant
    std::string what;

    [[nodiscard]] std::string text() const;
};

using Tree = std::vector<TreeFile>;
using Complaints = std::vector<Complaint>;

/// Reads the folders that the house speaks of; hidden files and what is built are passed over. Sorted by path.
[[nodiscard]] Tree readTree(const std::filesystem::path &checkout);

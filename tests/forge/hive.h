// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Registry hives ("regf" files) from NT 3.51 to today, made from a tree of keys: small ones, whole in memory.
//
//     forge::HiveKey root{.name = "SYSTEM"};
//     root.key("Select").dword("Current", 1);
//     root.key("ControlSet001/Services/Spooler").dword("Start", 2).text("DisplayName", u"Print Spooler");
//     const std::string bytes = forge::hiveBytes(root, {.style = forge::HiveStyle::Nt4});

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forge {

struct HiveValue {
    std::string name; ///< ASCII; empty is the key's default value
    std::uint32_t type = 0; ///< REG_…
    std::string bytes;
};

struct HiveKey {
    std::string name; ///< ASCII
    std::vector<HiveValue> values;
    std::vector<HiveKey> keys;

    /// The key at @p path below this one, parts divided by '/', made where it is missing.
    HiveKey &key(std::string_view path);
    HiveKey &value(std::string_view valueName, std::uint32_t type, std::string bytes);
    HiveKey &dword(std::string_view valueName, std::uint32_t number);
    HiveKey &text(std::string_view valueName, std::u16string_view text); ///< REG_SZ
    HiveKey &expandable(std::string_view valueName, std::u16string_view text); ///< REG_EXPAND_SZ
};

enum class HiveStyle : std::uint8_t {
    Nt351, ///< minor version 2: lists "li", names in UTF-16
    Nt4, ///< minor version 3: lists "lf", names in Latin-1
    Today, ///< minor version 5: lists "lh"
};

struct HiveOptions {
    HiveStyle style = HiveStyle::Today;
    std::u16string fileName = u"\\SystemRoot\\System32\\Config\\SYSTEM";
    std::uint64_t time = 0; ///< FILETIME of the file and every key
    std::size_t longestList = 500; ///< a key with more subkeys has an "ri" list of lists
};

[[nodiscard]] std::string hiveBytes(const HiveKey &root, const HiveOptions &options);

} // namespace forge

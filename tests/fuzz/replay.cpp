// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Drives a fuzz target where libFuzzer is not there: shows it every file of the given folders once. Arguments that
// begin with a dash are libFuzzer's.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);

int main(int count, char **values)
{
    const std::vector<std::string> arguments(values + 1, values + count);
    int files = 0;
    for (const std::string &argument : arguments) {
        if (argument.starts_with('-'))
            continue;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(argument)) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::vector<char> bytes(std::istreambuf_iterator<char>(stream), {});
            std::fprintf(stderr, "%s\n", entry.path().c_str());
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
            ++files;
        }
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}

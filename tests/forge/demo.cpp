// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/demo.h"

#include "forge/demologs.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

namespace forge {

namespace {

namespace fs = std::filesystem;

std::ofstream opened(const fs::path &path)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.exceptions(std::ios::failbit | std::ios::badbit);
    return out;
}

std::vector<fs::path> recipesIn(const std::string &folder)
{
    std::vector<fs::path> all;
    for (const auto &entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".recipe")
            all.push_back(entry.path());
    }
    std::ranges::sort(all);
    return all;
}

} // namespace

void writeDemo(const std::string &recipes, const std::string &folder)
{
    const fs::path logs = fs::path(folder) / "logs";
    const fs::path hives = fs::path(folder) / "hives";
    fs::remove_all(logs);
    fs::remove_all(hives);
    fs::create_directories(logs);
    fs::create_directories(hives);
    std::string counts;
    for (const fs::path &path : recipesIn(recipes)) {
        const Recipe recipe = Recipe::read(path.string());
        if (const std::string log = recipe.one("log"); !log.empty()) {
            std::ofstream out = opened(logs / log);
            const std::uint64_t records = log.ends_with(".evt") ? writeEvt(recipe, out) : writeEvtx(recipe, out);
            counts += log + '\t' + std::to_string(records) + '\n';
        }
        for (const RecipeLine &hive : recipe.lines("hive"))
            opened(hives / hive[1]) << hiveFrom(recipe, hive);
    }
    opened(fs::path(folder) / "counts.tsv") << counts;
}

} // namespace forge

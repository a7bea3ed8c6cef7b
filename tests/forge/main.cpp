// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// evident-forge demo RECIPES FOLDER     writes the demo that the recipes describe
// evident-forge samples FOLDER          writes one small file for each thing that forge can write
// evident-forge log FILE MEGABYTES      writes a large log of ordinary events, .evt or .evtx by its name
// evident-forge events FILE COUNT       writes an .evtx of that many short events

#include "forge/demo.h"
#include "forge/largelog.h"
#include "forge/samples.h"

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

int main(int count, char **values)
{
    const std::vector<std::string> arguments(values + 1, values + count);
    try {
        if (arguments.size() == 3 && arguments[0] == "demo") {
            forge::writeDemo(arguments[1], arguments[2]);
            return 0;
        }
        if (arguments.size() == 2 && arguments[0] == "samples") {
            forge::writeSamples(arguments[1]);
            return 0;
        }
        if (arguments.size() == 3 && arguments[0] == "log") {
            std::printf("%llu records\n",
                static_cast<unsigned long long>(forge::writeLargeLog(arguments[1], std::stoull(arguments[2]))));
            return 0;
        }
        if (arguments.size() == 3 && arguments[0] == "events") {
            forge::writeLogOf(std::stoull(arguments[2]), arguments[1]);
            return 0;
        }
        std::fputs("evident-forge demo RECIPES FOLDER\nevident-forge samples FOLDER\n"
                   "evident-forge log FILE MEGABYTES\nevident-forge events FILE COUNT\n",
            stderr);
        return 2;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "evident-forge: %s\n", error.what());
        return 3;
    }
}

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/demologs.h"
#include "forge/evtxevent.h"
#include "forge/hive.h"

namespace forge {

namespace {

HiveStyle styleFrom(const RecipeLine &line, const std::string &word)
{
    if (word == "nt351")
        return HiveStyle::Nt351;
    if (word == "nt4")
        return HiveStyle::Nt4;
    if (word == "today")
        return HiveStyle::Today;
    line.fail("no style of hive: " + word);
}

/// True when the hives that a line is for, its second column, are all or name this one.
bool isFor(const RecipeLine &line, const std::string &hive)
{
    return line[1] == "*" || line[1] == hive;
}

void addService(HiveKey &set, const RecipeLine &line)
{
    constexpr std::uint32_t Win32OwnProcess = 0x10;
    constexpr std::uint32_t KernelDriver = 1;
    const std::string &image = line[5];
    HiveKey &key = set.key("Services/" + line[2]);
    key.dword("Type", image.ends_with(".sys") ? KernelDriver : Win32OwnProcess);
    key.dword("Start", static_cast<std::uint32_t>(number(line[3])));
    key.dword("ErrorControl", 1);
    if (line[4] != "-")
        key.text("DisplayName", wide(line[4]));
    if (image != "-")
        key.expandable("ImagePath", wide(image));
    if (!image.ends_with(".sys"))
        key.text("ObjectName", u"LocalSystem");
}

void addPerformance(HiveKey &set, const RecipeLine &line)
{
    HiveKey &key = set.key("Services/" + line[2] + "/Performance");
    const auto counters = static_cast<std::uint32_t>(number(line[5]));
    key.text("Library", wide(line[3]));
    key.text("Open", wide("Open" + line[4]));
    key.text("Collect", wide("Collect" + line[4]));
    key.text("Close", wide("Close" + line[4]));
    key.dword("First Counter", counters);
    key.dword("First Help", counters + 1);
    key.dword("Last Counter", counters + 26);
    key.dword("Last Help", counters + 27);
}

} // namespace

std::string hiveFrom(const Recipe &recipe, const RecipeLine &hive)
{
    const std::string &name = hive[1];
    HiveKey root{.name = "$$$PROTO.HIV", .values = {}, .keys = {}};
    HiveKey &select = root.key("Select");
    select.dword("Current", 1);
    select.dword("Default", 1);
    select.dword("Failed", 0);
    select.dword("LastKnownGood", 2);
    for (const char *setName : {"ControlSet001", "ControlSet002"}) {
        HiveKey &set = root.key(setName);
        set.key("Control/ComputerName/ComputerName").text("ComputerName", wide(hive[3]));
        set.key("Control").text("CurrentUser", u"USERNAME");
        for (const RecipeLine &line : recipe.lines("service")) {
            if (isFor(line, name))
                addService(set, line);
        }
        for (const RecipeLine &line : recipe.lines("performance")) {
            if (isFor(line, name))
                addPerformance(set, line);
        }
    }
    return hiveBytes(root, {.style = styleFrom(hive, hive[2]), .time = fileTimeOf(timeFrom(hive[4]))});
}

} // namespace forge

// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/largelog.h"

#include "forge/evtfile.h"
#include "forge/evtxfile.h"

#include <fstream>

namespace forge {

namespace {

constexpr std::uint32_t Start = 1'700'000'000;

std::u16string numbered(std::u16string text, std::uint64_t number)
{
    for (const char digit : std::to_string(number))
        text.push_back(static_cast<char16_t>(digit));
    return text;
}

EvtEvent evtEvent(std::uint32_t i)
{
    EvtEvent event;
    event.generated = Start - 700'000'000 + i / 4;
    event.computer = u"BENCH01";
    if (i % 10 == 0) {
        event.source = u"Perflib";
        event.eventId = 0xC00003F0;
        event.type = EvtType::Error;
        event.strings = {numbered(u"Service", i % 50), u"C:\\winnt\\system32\\counters.dll"};
        event.data = std::string("\2\0\0\0", 4);
    } else {
        event.source = u"Service Control Manager";
        event.eventId = 0x40001B7C;
        event.strings = {numbered(u"Service ", i % 90), i % 2 == 0 ? u"running" : u"stopped"};
    }
    return event;
}

EvtxEvent evtxEvent(std::uint64_t i)
{
    EvtxEvent event;
    event.time = fileTimeOf(Start + i / 4, static_cast<std::uint32_t>(i * 7919 % 10'000'000));
    event.channel = u"System";
    event.computer = u"BENCH01.lindenhof.example";
    event.version = 0;
    event.process = static_cast<std::uint32_t>(600 + i % 40 * 4);
    event.thread = static_cast<std::uint32_t>(1000 + i % 200 * 4);
    if (i % 10 == 0) {
        event.provider = u"Microsoft-Windows-Perflib";
        event.guid = "{13B197BD-7CEE-4B4E-8DD0-59314CE374CE}";
        event.eventId = 1008;
        event.version = 1;
        event.level = 3;
        event.data.values = {{u"Service", text(numbered(u"Service", i % 50))},
            {u"Library", text(u"C:\\Windows\\System32\\counters.dll")}, {u"Win32Error", uint32(2)}};
    } else if (i % 10 < 4) {
        event.provider = u"Microsoft-Windows-DNS-Client";
        event.guid = "{1C95126E-7EEA-49A9-A3FE-A378B03DDB4D}";
        event.eventId = 1014;
        event.level = 3;
        event.task = 1014;
        event.sid = sid({20});
        event.data.values = {{u"QueryName", text(numbered(u"host", i % 1000) + u".lindenhof.example")},
            {u"AddressLength", uint32(16)}, {u"Address", binary(std::string(16, '\5'))}};
    } else {
        event.provider = u"Service Control Manager";
        event.guid = "{555908D1-A6D7-4695-8E1E-26931D2012F4}";
        event.sourceName = u"Service Control Manager";
        event.eventId = 7036;
        event.qualifiers = 16384;
        event.keywords = 0x8080000000000000;
        event.data.values = {
            {u"param1", text(numbered(u"Service ", i % 90))}, {u"param2", text(i % 2 == 0 ? u"running" : u"stopped")}};
    }
    return event;
}

} // namespace

std::uint64_t writeLargeLog(const std::string &path, std::uint64_t megabytes)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.exceptions(std::ios::failbit | std::ios::badbit);
    const std::uint64_t wanted = megabytes << 20;
    if (path.ends_with(".evt")) {
        EvtFile log(out);
        for (std::uint32_t i = 0; static_cast<std::uint64_t>(out.tellp()) < wanted; ++i)
            log.add(evtEvent(i));
        log.finish();
        return log.records().size();
    }
    EvtxFile log(out);
    for (std::uint64_t i = 0; static_cast<std::uint64_t>(out.tellp()) < wanted; ++i)
        log.add(evtxEvent(i));
    log.finish();
    return log.records();
}

} // namespace forge

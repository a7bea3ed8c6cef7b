// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/largelog.h"

#include "forge/eventmix.h"
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
    EventMix mix;
    while (static_cast<std::uint64_t>(out.tellp()) < wanted)
        log.add(mix.next());
    log.finish();
    return log.records();
}

void writeLogOf(std::uint64_t events, const std::string &path)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.exceptions(std::ios::failbit | std::ios::badbit);
    EvtxFile log(out);
    EventMix mix(MixKind::Terse);
    while (log.records() < events)
        log.add(mix.next());
    log.finish();
}

} // namespace forge

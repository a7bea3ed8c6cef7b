// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/samples.h"

#include "forge/evtfile.h"
#include "forge/evtxfile.h"
#include "forge/hive.h"
#include "forge/oddevents.h"

#include <filesystem>
#include <fstream>

namespace forge {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t Time = fileTimeOf(1'700'000'000, 1'234'567);

EvtEvent evtEvent(std::uint32_t i)
{
    EvtEvent event;
    event.generated = 920'000'000 + i;
    event.eventId = 0xC00003F0;
    event.type = EvtType::Error;
    event.source = u"Perflib";
    event.computer = u"MAIL01";
    event.sid = i % 3 == 0 ? sid({18}) : std::string();
    event.strings = {u"MSExchangeIMC", std::u16string(i % 17, u'x')};
    event.data = std::string(i % 5, '\2');
    return event;
}

EvtxEvent evtxEvent(std::uint32_t i)
{
    EvtxEvent event;
    event.time = Time + i * 10'000'000ULL;
    event.provider = u"Service Control Manager";
    event.guid = "{555908D1-A6D7-4695-8E1E-26931D2012F4}";
    event.sourceName = u"Service Control Manager";
    event.eventId = 7036;
    event.qualifiers = 16384;
    event.version = 0;
    event.channel = u"System";
    event.computer = u"CLIENT07";
    event.data.values = {{u"param1", text(std::u16string(i % 40, u'p'))}, {u"param2", text(u"running")}};
    event.data.binary = std::string(i % 9, '\7');
    return event;
}

/// A template with one element a value, and the values.
Fragment fragmentOf(const std::vector<NamedValue> &values)
{
    Template definition{.guid = guidBytes("{01234567-89AB-CDEF-0123-456789ABCDEF}"),
        .root = {.name = u"Event", .attributes = {}, .content = {}}};
    Fragment fragment;
    for (const auto &[name, value] : values) {
        Piece piece = slot(static_cast<std::uint16_t>(fragment.values.size()), ValueType::Null);
        piece.type = value.type;
        definition.root.content.push_back(child({.name = name, .attributes = {}, .content = {piece}}));
        fragment.values.push_back(value);
    }
    fragment.definition = std::make_shared<const Template>(std::move(definition));
    return fragment;
}

std::string bytesOf(std::initializer_list<int> values)
{
    std::string bytes;
    for (const int value : values)
        bytes.push_back(static_cast<char>(value));
    return bytes;
}

/// Every type of a substituted value.
Fragment everyType()
{
    return fragmentOf({
        {u"Null", null()},
        {u"String", text(u"Gr\u00fc\u00dfe <&> \U0001f600")},
        {u"AnsiString", ansi("ansi")},
        {u"Int8", raw(0x03, bytesOf({-5}))},
        {u"UInt8", uint8(250)},
        {u"Int16", raw(0x05, bytesOf({0, -128}))},
        {u"UInt16", uint16(65535)},
        {u"Int32", raw(0x07, bytesOf({0, 0, 0, -128}))},
        {u"UInt32", uint32(0xffffffff)},
        {u"Int64", raw(0x09, bytesOf({0, 0, 0, 0, 0, 0, 0, -128}))},
        {u"UInt64", uint64(~0ULL)},
        {u"Real32", raw(0x0b, bytesOf({0, 0, 0x20, 0x40}))},
        {u"Real64", raw(0x0c, bytesOf({0, 0, 0, 0, 0, 0, 0x04, 0xc0}))},
        {u"Bool", boolean(true)},
        {u"Binary", binary(bytesOf({0, 1, 0xfe, 0xff}))},
        {u"Guid", guidValue(guidBytes("{8F5B1B9D-5B0C-4C0E-9A55-112233445566}"))},
        {u"SizeT", raw(0x10, bytesOf({1, 2, 3, 4, 5, 6, 7, 8}))},
        {u"FileTime", fileTime(Time)},
        {u"SystemTime", raw(0x12, bytesOf({0xe9, 7, 3, 0, 1, 0, 17, 0, 5, 0, 44, 0, 51, 0, 0xe7, 3}))},
        {u"Sid", sidValue(sid({21, 1, 2, 3, 500}))},
        {u"HexInt32", hex32(0xdeadbeef)},
        {u"HexInt64", hex64(0x8000000000000000)},
    });
}

/// Arrays of strings and numbers, one with an empty item.
Fragment arrays()
{
    return fragmentOf({
        {u"Strings", texts({u"one", u"", u"three"})},
        {u"Numbers", raw(0x88, bytesOf({1, 0, 0, 0, 2, 0, 0, 0}))},
    });
}

/// A record without a template: every value is a text token.
Fragment plain()
{
    Fragment fragment;
    fragment.element = {.name = u"Event",
        .attributes = {{u"xmlns", {literal(u"http://schemas.microsoft.com/win/2004/08/events/event")}}},
        .content = {
            child({.name = u"System",
                .attributes = {},
                .content = {child(
                                {.name = u"Provider", .attributes = {{u"Name", {literal(u"Perflib")}}}, .content = {}}),
                    child({.name = u"EventID",
                        .attributes = {{u"Qualifiers", {literal(u"49152")}}},
                        .content = {literal(u"1008")}}),
                    child({.name = u"EventRecordID", .attributes = {}, .content = {literal(u"9")}})}}),
            child({.name = u"EventData",
                .attributes = {},
                .content = {child({.name = u"Data", .attributes = {}, .content = {literal(u"MSExchangeIMC")}})}})}};
    return fragment;
}

/// What a URL with an ampersand is made of, and the rarer tokens.
Fragment tokens()
{
    Piece entity;
    entity.kind = Piece::Kind::EntityReference;
    entity.text = u"amp";
    Piece character;
    character.kind = Piece::Kind::CharacterReference;
    character.number = 0x41;
    Piece section;
    section.kind = Piece::Kind::CData;
    section.text = u"<raw>";
    Piece instruction;
    instruction.kind = Piece::Kind::Instruction;
    instruction.target = u"target";
    instruction.text = u"some data";
    Fragment fragment;
    fragment.element = {.name = u"Event",
        .attributes = {{u"Url", {literal(u"http://a.example/?b=1"), entity, literal(u"c=2")}}},
        .content = {
            child({.name = u"Text", .attributes = {}, .content = {literal(u"a"), entity, character, literal(u"b")}}),
            child({.name = u"Section", .attributes = {}, .content = {section}}),
            child({.name = u"Instruction", .attributes = {}, .content = {instruction}})}};
    return fragment;
}

/// Writes samples into one folder and keeps the list of them.
class SampleFolder {
public:
    explicit SampleFolder(fs::path folder)
        : m_folder(std::move(folder))
    {
        fs::create_directories(m_folder);
    }
    ~SampleFolder() { std::ofstream(m_folder / "samples.tsv", std::ios::binary) << m_list; }
    SampleFolder(const SampleFolder &) = delete;
    SampleFolder &operator=(const SampleFolder &) = delete;

    template<typename Fill>
    void evt(const std::string &name, const char *state, EvtOptions options, const Fill &fill)
    {
        std::ofstream out = opened(name);
        EvtFile log(out, options);
        fill(log);
        log.finish();
        listed(name, log.records().size(), state);
    }
    template<typename Fill>
    void evtx(const std::string &name, const char *state, EvtxOptions options, const Fill &fill)
    {
        std::ofstream out = opened(name);
        EvtxFile log(out, options);
        fill(log);
        log.finish();
        listed(name, log.records(), state);
    }
    void hive(const std::string &name, HiveStyle style, std::size_t services, std::size_t longestList)
    {
        HiveKey root{.name = "root", .values = {}, .keys = {}};
        root.key("Select").dword("Current", 1);
        HiveKey &all = root.key("ControlSet001/Services");
        for (std::size_t i = 0; i < services; ++i)
            all.key("Service" + std::to_string(i))
                .dword("Start", static_cast<std::uint32_t>(i % 5))
                .text("DisplayName", u"A service");
        opened(name) << hiveBytes(root, {.style = style, .time = Time, .longestList = longestList});
        listed(name, services, "right");
    }

private:
    std::ofstream opened(const std::string &name)
    {
        std::ofstream out(m_folder / name, std::ios::binary | std::ios::trunc);
        out.exceptions(std::ios::failbit | std::ios::badbit);
        return out;
    }
    void listed(const std::string &name, std::uint64_t records, const char *state)
    {
        m_list += name + '\t' + std::to_string(records) + '\t' + state + '\n';
    }

    fs::path m_folder;
    std::string m_list;
};

auto events(std::uint32_t count)
{
    return [count](auto &log) {
        for (std::uint32_t i = 0; i < count; ++i) {
            if constexpr (std::is_same_v<decltype(log), EvtFile &>)
                log.add(evtEvent(i));
            else
                log.add(evtxEvent(i));
        }
    };
}

auto oneOfEach(std::vector<Fragment> fragments)
{
    return [fragments = std::move(fragments)](EvtxFile &log) {
        for (std::size_t i = 0; i < fragments.size(); ++i)
            log.add(i + 1, Time + i, fragments[i]);
    };
}

auto records(Fragment fragment)
{
    return [fragment = std::move(fragment)](EvtxFile &log) {
        for (std::uint64_t id = 1; id <= 3; ++id)
            log.add(id, Time, fragment);
    };
}

} // namespace

void writeSamples(const std::string &folder)
{
    SampleFolder samples(folder);
    samples.evt("growing.evt", "right", {}, events(30));
    samples.evt("empty.evt", "right", {}, events(0));
    samples.evt("ring-split.evt", "right", {.ringSize = 16384}, events(200)); // a record across the file's end
    samples.evt("ring-filled.evt", "right", {.ringSize = 16384}, events(300)); // filler before it
    samples.evt("in-use.evt", "broken", {.ringSize = 16384, .state = EvtState::InUse}, events(200));

    samples.evtx("one-chunk.evtx", "right", {}, events(20));
    samples.evtx("chunks.evtx", "right", {.firstRecordId = 1000}, events(700));
    samples.evtx("version-3.2.evtx", "right", {.minorVersion = 2}, events(20));
    samples.evtx("types.evtx", "right", {}, records(everyType()));
    samples.evtx("arrays.evtx", "right", {}, records(arrays()));
    samples.evtx("plain.evtx", "right", {}, records(plain()));
    samples.evtx("odd-values.evtx", "right", {}, oneOfEach(oddValues()));
    samples.evtx("odd-elements.evtx", "right", {}, oneOfEach(oddElements()));
    samples.evtx("tokens.evtx", "right", {}, records(tokens()));
    samples.evtx("in-use.evtx", "broken", {.state = EvtxState::InUse}, events(700));
    samples.evtx("too-few-chunks-claimed.evtx", "broken", {.claimedChunks = 1}, events(700));
    samples.evtx("no-checksums.evtx", "broken", {}, [](EvtxFile &log) {
        log.setChecksums(Checksums::Unused);
        events(700)(log);
    });
    samples.evtx("wrong-checksum.evtx", "broken", {}, [](EvtxFile &log) {
        events(20)(log);
        log.endChunk(Checksums::WrongRecords);
        events(20)(log);
    });
    samples.evtx("torn.evtx", "broken", {}, [](EvtxFile &log) {
        events(20)(log);
        log.addTorn(Time, 600);
        events(20)(log);
    });

    samples.hive("hive-nt351", HiveStyle::Nt351, 90, 500);
    samples.hive("hive-nt4", HiveStyle::Nt4, 90, 500);
    samples.hive("hive-nt4-lists", HiveStyle::Nt4, 1200, 500);
    samples.hive("hive-today", HiveStyle::Today, 1200, 500);
}

} // namespace forge

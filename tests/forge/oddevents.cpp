// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/oddevents.h"

#include "forge/evtxevent.h"

#include <limits>

namespace forge {

namespace {

constexpr std::uint64_t Time = fileTimeOf(1'700'000'000, 7'654'321);

std::u16string digits(std::uint64_t number)
{
    const std::string text = std::to_string(number);
    return {text.begin(), text.end()};
}

std::string guidFor(std::uint64_t number)
{
    std::string guid = guidBytes("{0DD00000-89AB-CDEF-0123-456789ABCDEF}");
    guid[0] = static_cast<char>(number);
    guid[1] = static_cast<char>(number >> 8);
    return guid;
}

Element leaf(std::u16string name, std::vector<Piece> content, std::vector<Attribute> attributes = {})
{
    return {.name = std::move(name), .attributes = std::move(attributes), .content = std::move(content)};
}

Piece textLeaf(std::u16string name, std::u16string_view text)
{
    return child(leaf(std::move(name), {literal(text)}));
}

/// Provider, EventID, TimeCreated, EventRecordID: what tells one event from another.
Element system(std::uint64_t number, std::uint16_t timeSlot)
{
    Element time = leaf(u"TimeCreated", {}, {{u"SystemTime", {slot(timeSlot, ValueType::FileTime)}}});
    return leaf(u"System",
        {child(leaf(u"Provider", {}, {{u"Name", {literal(u"Odd")}}})), textLeaf(u"EventID", digits(number + 1)),
            textLeaf(u"Level", u"4"), child(std::move(time)), textLeaf(u"EventRecordID", digits(number + 1)),
            textLeaf(u"Channel", u"Application"), textLeaf(u"Computer", u"ODD01")});
}

/// An event with these pieces behind its System. Value 0 is the time.
Fragment event(std::uint64_t number, std::vector<Piece> behind, std::vector<Value> values)
{
    Template definition{.guid = guidFor(number),
        .root = leaf(u"Event", {child(system(number, 0))},
            {{u"xmlns", {literal(u"http://schemas.microsoft.com/win/2004/08/events/event")}}})};
    for (Piece &piece : behind)
        definition.root.content.push_back(std::move(piece));
    Fragment fragment;
    fragment.values.push_back(fileTime(Time + number));
    fragment.values.insert(fragment.values.end(), values.begin(), values.end());
    fragment.definition = std::make_shared<const Template>(std::move(definition));
    return fragment;
}

Piece slotOf(std::uint16_t index, const Value &value, Piece::Kind kind = Piece::Kind::Substitution)
{
    Piece piece;
    piece.kind = kind;
    piece.number = index;
    piece.type = value.type;
    return piece;
}

/// <EventData><Data Name='v'>the value</Data></EventData>
Fragment withNamed(std::uint64_t number, const Value &value)
{
    Element data = leaf(u"Data", {slotOf(1, value, Piece::Kind::Optional)}, {{u"Name", {literal(u"v")}}});
    return event(number, {child(leaf(u"EventData", {child(std::move(data))}))}, {value});
}

/// <EventData><Data>the value</Data></EventData>
Fragment withUnnamed(std::uint64_t number, const Value &value)
{
    return event(number, {child(leaf(u"EventData", {child(leaf(u"Data", {slotOf(1, value)}))}))}, {value});
}

/// <UserData><Root a='the value'/></UserData>
Fragment withAttribute(std::uint64_t number, const Value &value)
{
    Element root = leaf(u"Root", {}, {{u"a", {slotOf(1, value)}}});
    return event(number, {child(leaf(u"UserData", {child(std::move(root))}))}, {value});
}

template<typename T>
std::string bytesOf(std::initializer_list<T> values)
{
    std::string bytes;
    for (const T value : values)
        bytes.append(reinterpret_cast<const char *>(&value), sizeof(T));
    return bytes;
}

std::string utf16(std::u16string_view text)
{
    return {reinterpret_cast<const char *>(text.data()), text.size() * 2};
}

std::vector<Value> singleValues()
{
    using Limits = std::numeric_limits<double>;
    std::vector<Value> values;
    const auto add = [&values](int type, const std::string &bytes) {
        values.push_back(raw(static_cast<std::uint8_t>(type), bytes));
    };
    for (const std::u16string_view text :
        {u"", u" ", u"\t\r\n", u"a\nb\r\nc", u"<&>\"'", u"\u0001\u001f\u007f\u0085", u"\ufffe\uffff", u"\U0001f600"})
        add(0x01, utf16(text));
    add(0x01, utf16({u"in\0side", 7})); // a terminator in the middle
    add(0x01, utf16({u"behind\0\0", 8}));
    add(0x01, utf16(u"odd") + 'x');
    add(0x01, bytesOf<char16_t>({u'a', 0xd83d, u'b', 0xde00})); // unpaired surrogates
    add(0x02, "ansi <&> text");
    add(0x02, "caf\xe9 \x80\x81");
    add(0x02, std::string("end\0", 4));
    add(0x03, bytesOf<std::int8_t>({-128}));
    add(0x04, bytesOf<std::uint8_t>({255}));
    add(0x05, bytesOf<std::int16_t>({-1}));
    add(0x06, bytesOf<std::uint16_t>({0}));
    add(0x07, bytesOf<std::int32_t>({std::numeric_limits<std::int32_t>::min()}));
    add(0x08, bytesOf<std::uint32_t>({std::numeric_limits<std::uint32_t>::max()}));
    add(0x09, bytesOf<std::int64_t>({std::numeric_limits<std::int64_t>::min()}));
    add(0x0a, bytesOf<std::uint64_t>({std::numeric_limits<std::uint64_t>::max()}));
    for (const float number : {0.0F, -0.0F, 1.5F, 0.1F, 1e12F, 1e13F, 1e15F, 1e16F, 1e17F, 1e30F, 1e-4F, 1e-5F, 1e-6F,
             1e-7F, 1e-30F, 16777216.0F, 3.4028235e38F, std::numeric_limits<float>::quiet_NaN()})
        add(0x0b, bytesOf<float>({number}));
    for (const double number : {0.0, -2.5, 0.1, 1e15, 1e16, 1e17, 1.25e17, 1e20, 1e21, 1e22, 1e300, 1e-4, 1e-5, 1.5e-5,
             1e-6, 1e-7, 5e-324, 123456789.125, Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN()})
        add(0x0c, bytesOf<double>({number}));
    for (const std::uint32_t flag : {0U, 1U, 2U, 0xffffffffU})
        add(0x0d, bytesOf<std::uint32_t>({flag}));
    add(0x0e, "");
    add(0x0e, bytesOf<std::uint8_t>({0, 0x7f, 0x80, 0xff}));
    add(0x0f, std::string(16, '\0'));
    add(0x10, bytesOf<std::uint32_t>({0}));
    add(0x10, bytesOf<std::uint32_t>({0xfffe}));
    add(0x10, bytesOf<std::uint64_t>({0x7ff812345678}));
    for (const std::uint64_t ticks : {std::uint64_t{0}, std::uint64_t{1}, Time, std::uint64_t{2650467743999999999}})
        add(0x11, bytesOf<std::uint64_t>({ticks}));
    add(0x12, bytesOf<std::uint16_t>({2020, 2, 6, 29, 23, 59, 58, 9}));
    values.push_back(sidValue(bytesOf<std::uint8_t>({1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0})));
    add(0x13, bytesOf<std::uint8_t>({1, 0, 0, 0, 0, 0, 0, 1})); // no sub-authority
    add(0x13, bytesOf<std::uint8_t>({1, 2, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 255, 255, 255, 255}));
    add(0x14, bytesOf<std::uint32_t>({0}));
    add(0x14, bytesOf<std::uint32_t>({0xabcdef}));
    add(0x15, bytesOf<std::uint64_t>({0}));
    add(0x15, bytesOf<std::uint64_t>({0x8000000000000001}));
    return values;
}

std::vector<Value> arrayValues()
{
    std::vector<Value> values;
    const auto add = [&values](int type, const std::string &bytes) {
        values.push_back(raw(static_cast<std::uint8_t>(type | ArrayBit), bytes));
    };
    values.push_back(texts({u"one"}));
    values.push_back(texts({u"one", u"", u"three", u""}));
    values.push_back(texts({u"a<b", u"c&d"}));
    add(0x03, bytesOf<std::int8_t>({-1, 0, 1}));
    add(0x04, bytesOf<std::uint8_t>({1, 2, 255}));
    add(0x05, bytesOf<std::int16_t>({-1, 2}));
    add(0x06, bytesOf<std::uint16_t>({1, 65535}));
    add(0x07, bytesOf<std::int32_t>({-1, 2}));
    add(0x08, bytesOf<std::uint32_t>({1}));
    add(0x08, bytesOf<std::uint32_t>({1, 2, 3}));
    add(0x09, bytesOf<std::int64_t>({-1, 2}));
    add(0x0a, bytesOf<std::uint64_t>({1, 2}));
    add(0x0b, bytesOf<float>({1.5F, 0.1F}));
    add(0x0c, bytesOf<double>({1.5, 0.1}));
    add(0x0d, bytesOf<std::uint32_t>({0, 1}));
    add(0x0f, std::string(32, '\x11'));
    add(0x11, bytesOf<std::uint64_t>({Time, Time + 1}));
    add(0x12, bytesOf<std::uint16_t>({2020, 2, 6, 29, 23, 59, 58, 9, 2021, 3, 1, 1, 0, 0, 0, 0}));
    add(0x13, bytesOf<std::uint8_t>({1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 5, 19, 0, 0, 0}));
    add(0x14, bytesOf<std::uint32_t>({0, 0xab}));
    add(0x15, bytesOf<std::uint64_t>({0, 0xab}));
    return values;
}

Piece entity(std::u16string name)
{
    Piece piece;
    piece.kind = Piece::Kind::EntityReference;
    piece.text = std::move(name);
    return piece;
}

Piece named(std::u16string name, std::vector<Piece> content)
{
    return child(leaf(u"Data", std::move(content), {{u"Name", {literal(name)}}}));
}

} // namespace

std::vector<Fragment> oddValues()
{
    std::vector<Fragment> events;
    for (const Value &value : singleValues()) {
        events.push_back(withNamed(events.size(), value));
        events.push_back(withUnnamed(events.size(), value));
        events.push_back(withAttribute(events.size(), value));
    }
    for (const Value &value : arrayValues()) {
        events.push_back(withNamed(events.size(), value));
        events.push_back(withUnnamed(events.size(), value));
    }
    return events;
}

std::vector<Fragment> oddElements()
{
    std::vector<Fragment> events;
    const auto add = [&events](std::vector<Piece> behind, std::vector<Value> values = {}) {
        events.push_back(event(events.size(), std::move(behind), std::move(values)));
    };
    const auto inData = [&add](std::vector<Piece> content, std::vector<Value> values = {}) {
        add({child(leaf(u"EventData", std::move(content)))}, std::move(values));
    };
    const Piece one = slot(1, ValueType::String);
    const Piece two = slot(2, ValueType::String);
    add({}); // neither EventData nor UserData
    inData({});
    inData({named(u"same", {literal(u"1")}), named(u"same", {literal(u"2")}), named(u"same", {literal(u"3")})});
    inData(
        {named(u"a", {literal(u"1")}), textLeaf(u"Data", u"2"), named(u"b", {literal(u"3")}), textLeaf(u"Data", u"4")});
    inData({named(u"", {literal(u"nameless")}), textLeaf(u"Data", u"bare")});
    inData({named(u"mixed", {literal(u"before "), one, literal(u" between "), two, literal(u" behind")})},
        {text(u"<one>"), uint32(2)});
    inData({named(u"mixed", {one, two})}, {uint32(1), uint32(2)});
    inData({named(u"mixed", {one, two})}, {null(), text(u"two")});
    inData({named(u"url", {literal(u"?a=1"), entity(u"amp"), literal(u"b="), one})}, {text(u"x&y")});
    inData({named(u"refs", {entity(u"lt"), entity(u"gt"), entity(u"quot"), entity(u"apos")})});
    inData({child(leaf(u"Data", {one}, {{u"Name", {literal(u"n")}}, {u"Unit", {literal(u"ms")}}}))}, {uint32(5)});
    inData({child(leaf(u"Data", {}, {{u"Unit", {one}}}))}, {uint32(5)});
    inData({child(leaf(u"Data", {literal(u"t")}, {{u"Name", {one}}}))}, {text(u"dynamic & name")});
    inData({child(leaf(u"Data", {literal(u"t")}, {{u"Name", {optionalSlot(1, ValueType::String)}}}))}, {null()});
    inData({child(
        leaf(u"ComplexData", {textLeaf(u"Inner", u"1"), textLeaf(u"Inner", u"2")}, {{u"Name", {literal(u"c")}}}))});
    inData({textLeaf(u"Other", u"no Data"), textLeaf(u"Binary", u"00FF")});
    add({child(leaf(u"EventData", {textLeaf(u"Data", u"v")}, {{u"Name", {literal(u"EVENT_NAME")}}}))});
    add({child(leaf(u"UserData",
            {child(leaf(u"Root",
                {textLeaf(u"A", u"1"), textLeaf(u"A", u"2"), child(leaf(u"B", {}, {{u"x", {one}}})),
                    child(leaf(u"C", {literal(u"text"), textLeaf(u"D", u"deep"), literal(u"tail")}))},
                {{u"xmlns", {literal(u"urn:r")}}}))}))},
        {hex64(0xff)});
    add({child(leaf(u"ProcessingErrorData",
        {textLeaf(u"ErrorCode", u"15003"), textLeaf(u"DataItemName", u"x"), textLeaf(u"EventPayload", u"0011")}))});
    add({child(leaf(u"EventData", {textLeaf(u"Data", u"v")})),
        child(leaf(u"RenderingInfo",
            {textLeaf(u"Message", u"It <happened>\r\ntwice"), textLeaf(u"Level", u"Information"),
                child(leaf(u"Task", {})),
                child(leaf(u"Keywords", {textLeaf(u"Keyword", u"One"), textLeaf(u"Keyword", u"Two")}))},
            {{u"Culture", {literal(u"en-US")}}}))});
    add({child(leaf(u"BinaryEventData", {one}))}, {binary(bytesOf<std::uint8_t>({1, 2, 255}))});
    add({child(leaf(u"DebugData", {textLeaf(u"SequenceNumber", u"1"), textLeaf(u"Message", u"debug")}))});
    // A value that nests: elements without a template, twice; and a template in a template.
    Fragment plain;
    plain.element = leaf(u"EventData", {textLeaf(u"Data", u"nested"), child(leaf(u"Data", {}))});
    plain.header = Fragment::Header::LeftOut;
    add({slot(1, ValueType::Xml)}, {xml(plain)});
    Fragment shared;
    shared.definition = std::make_shared<const Template>(
        Template{.guid = guidFor(0xfff0), .root = leaf(u"EventData", {named(u"inner", {slot(0, ValueType::UInt32)})})});
    shared.values = {uint32(77)};
    add({optionalSlot(1, ValueType::Xml)}, {xml(shared)});
    add({optionalSlot(1, ValueType::Xml)}, {null()});
    return events;
}

} // namespace forge

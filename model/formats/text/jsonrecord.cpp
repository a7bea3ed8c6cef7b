// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/jsonrecord.h"

#include "bytes/utf16.h"
#include "formats/text/json.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

using Kind = RecordToken::Kind;

constexpr QLatin1StringView SeparateAttributes("_attributes");

/// Turns members into elements and attributes.
class TokenBuilder {
public:
    RecordTokens tokens;

    /// @p parent: the element the member stands in.
    void member(QStringView parent, const QString &name, const JsonValue &value, const JsonValue *attributes)
    {
        if (value.kind == JsonValue::Kind::Array) {
            for (const auto &item : value.members)
                member(parent, name, item.second, attributes);
            return;
        }
        const JsonValue *text = value.member(u"#text");
        if (text && text->kind == JsonValue::Kind::Array) { // several unnamed Data
            for (const auto &item : text->members)
                element(parent, name, item.second, attributes ? attributes : value.member(u"#attributes"));
            return;
        }
        element(parent, name, value, attributes ? attributes : value.member(u"#attributes"));
    }

private:
    void element(QStringView parent, const QString &name, const JsonValue &value, const JsonValue *attributes)
    {
        const bool isNamedData = (parent == u"EventData") && !isOwnElement(name) && !hasChildren(value);
        tokens.push_back({Kind::Element, isNamedData ? u"Data"_s : name, QString()});
        if (isNamedData)
            tokens.push_back({Kind::Attribute, u"Name"_s, name});
        if (attributes) {
            for (const auto &[key, attribute] : attributes->members)
                tokens.push_back({Kind::Attribute, key, attribute.text});
        }
        content(name, value);
        tokens.push_back({Kind::End, QString(), QString()});
    }

    void content(const QString &name, const JsonValue &value)
    {
        for (const auto &[key, part] : value.members) {
            if (key.startsWith(u'@'))
                tokens.push_back({Kind::Attribute, key.sliced(1), part.text});
        }
        addText(value.kind == JsonValue::Kind::Object ? QString() : value.text);
        for (const auto &[key, part] : value.members) {
            if (key == "#text"_L1)
                addText(part.text);
            else if (!key.startsWith(u'@') && key != "#attributes"_L1 && !belongsToSister(value, key))
                member(name, key, part, value.member(QString(key + SeparateAttributes)));
        }
    }

    void addText(const QString &text)
    {
        if (!text.isEmpty())
            tokens.push_back({Kind::Text, QString(), text});
    }

    static bool isOwnElement(QStringView name)
    {
        return name == u"Data" || name == u"Binary" || name == u"ComplexData";
    }

    static bool hasChildren(const JsonValue &value)
    {
        return std::ranges::any_of(value.members, [](const auto &member) { return !member.first.startsWith(u'#'); });
    }

    /// "Provider_attributes" beside "Provider", or beside nothing when the element has only attributes.
    static bool belongsToSister(const JsonValue &object, const QString &key)
    {
        return key.endsWith(SeparateAttributes) && object.member(QStringView(key).chopped(SeparateAttributes.size()));
    }
};

/// An element of which evtx_dump wrote nothing but its attributes gets its member back.
void mendLoneAttributes(JsonValue &object)
{
    std::vector<std::pair<QString, JsonValue>> members;
    members.reserve(object.members.size());
    for (auto &[key, value] : object.members) {
        mendLoneAttributes(value);
        const bool lone = key.endsWith(SeparateAttributes) && key.size() > SeparateAttributes.size()
            && value.kind == JsonValue::Kind::Object
            && !object.member(QStringView(key).chopped(SeparateAttributes.size()));
        if (lone) {
            JsonValue element{.kind = JsonValue::Kind::Object, .text = {}, .members = {}};
            element.members.emplace_back(u"#attributes"_s, std::move(value));
            members.emplace_back(key.chopped(SeparateAttributes.size()), std::move(element));
        } else {
            members.emplace_back(key, std::move(value));
        }
    }
    object.members = std::move(members);
}

constexpr std::array NumberElements{u"EventID", u"Version", u"Level", u"Task", u"Opcode", u"EventRecordID"};
constexpr std::array NumberAttributes{u"Qualifiers", u"ProcessID", u"ThreadID", u"ProcessorID", u"SessionID",
    u"KernelTime", u"UserTime", u"ProcessorTime"};

bool isPlainNumber(QStringView text)
{
    return !text.isEmpty() && text.size() <= 20 && (text == u"0" || !text.startsWith(u'0'))
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

template<typename Names>
bool standsIn(const Names &names, QStringView name)
{
    return std::ranges::any_of(names, [&](const char16_t *known) { return name == QStringView(known); });
}

/// Writes tokens as evtx_dump would. One per record.
class JsonWriter {
public:
    JsonWriter(OutBuffer &out, const RecordTokens &tokens)
        : m_out(out)
        , m_tokens(tokens)
    {
    }

    void write()
    {
        m_out.append('{');
        if (!m_tokens.empty()) {
            string(m_tokens.front().name);
            m_out.append(':');
            element(0, QString());
        }
        m_out.append('}');
    }

private:
    using KeyCounts = QHash<QStringView, int>;

    void string(QStringView text)
    {
        m_out.append('"');
        appendJsonText(m_out, asUtf16Bytes(text));
        m_out.append('"');
    }
    void scalar(QStringView text, bool mayBeNumber)
    {
        if (mayBeNumber && isPlainNumber(text))
            appendUtf8(m_out, asUtf16Bytes(text));
        else
            string(text);
    }

    [[nodiscard]] std::size_t endOf(std::size_t at) const
    {
        int depth = 0;
        for (; at < m_tokens.size(); ++at) {
            depth += m_tokens[at].kind == Kind::Element ? 1 : m_tokens[at].kind == Kind::End ? -1 : 0;
            if (depth == 0)
                return at;
        }
        return m_tokens.size();
    }
    /// The tokens of an element's content, in order: its texts and the heads of its children.
    [[nodiscard]] std::vector<std::size_t> contentOf(std::size_t at) const
    {
        std::vector<std::size_t> content;
        const std::size_t end = endOf(at);
        for (++at; at < end; ++at) {
            if (m_tokens[at].kind == Kind::Attribute)
                continue;
            content.push_back(at);
            if (m_tokens[at].kind == Kind::Element)
                at = endOf(at);
        }
        return content;
    }

    void element(std::size_t at, QStringView parent);
    bool attributes(std::size_t at);
    void children(const std::vector<std::size_t> &content, QStringView name, bool hasMembers);
    void unnamedData(const std::vector<std::size_t> &items);
    static QString distinct(QStringView name, KeyCounts &keys);
    [[nodiscard]] QStringView dataName(std::size_t at) const;
    [[nodiscard]] QString textOf(std::size_t at) const;
    void comma(bool &hasMembers)
    {
        if (std::exchange(hasMembers, true))
            m_out.append(',');
    }

    OutBuffer &m_out;
    const RecordTokens &m_tokens;
};

/// The Name of a Data element; empty when it has none.
QStringView JsonWriter::dataName(std::size_t at) const
{
    for (++at; at < m_tokens.size() && m_tokens[at].kind == Kind::Attribute; ++at) {
        if (m_tokens[at].name == "Name"_L1)
            return m_tokens[at].text;
    }
    return {};
}

QString JsonWriter::textOf(std::size_t at) const
{
    QString text;
    const std::size_t end = endOf(at);
    for (; at < end; ++at) {
        if (m_tokens[at].kind == Kind::Text)
            text += m_tokens[at].text;
    }
    return text;
}

bool JsonWriter::attributes(std::size_t at)
{
    bool any = false;
    for (++at; at < m_tokens.size() && m_tokens[at].kind == Kind::Attribute; ++at) {
        m_out.append(any ? "," : R"({"#attributes":{)");
        any = true;
        string(m_tokens[at].name);
        m_out.append(':');
        scalar(m_tokens[at].text, standsIn(NumberAttributes, m_tokens[at].name));
    }
    if (any)
        m_out.append('}');
    return any;
}

void JsonWriter::element(std::size_t at, QStringView parent)
{
    const auto content = contentOf(at);
    const bool isData = (parent == u"EventData" || parent == u"UserData") && m_tokens[at].name == "Data"_L1;
    const bool hasAttributes = !isData && attributes(at);
    const bool hasChildren =
        std::ranges::any_of(content, [&](std::size_t i) { return m_tokens[i].kind == Kind::Element; });
    const bool mayBeNumber = parent == u"System" && standsIn(NumberElements, m_tokens[at].name);
    if (!hasAttributes && !hasChildren) {
        const QString text = textOf(at);
        if (text.isEmpty())
            m_out.append(isData ? R"("")" : "null");
        else
            scalar(text, mayBeNumber);
        return;
    }
    bool hasMembers = hasAttributes;
    if (!hasAttributes)
        m_out.append('{');
    QString text;
    for (const std::size_t i : content)
        text += m_tokens[i].kind == Kind::Text ? m_tokens[i].text : QString();
    if (!text.isEmpty()) {
        comma(hasMembers);
        m_out.append(R"("#text":)");
        scalar(text, mayBeNumber);
    }
    children(content, m_tokens[at].name, hasMembers);
    m_out.append('}');
}

void JsonWriter::children(const std::vector<std::size_t> &content, QStringView name, bool hasMembers)
{
    const bool holdsData = name == u"EventData" || name == u"UserData";
    const auto isUnnamed = [&](std::size_t i) {
        return holdsData && m_tokens[i].kind == Kind::Element && m_tokens[i].name == "Data"_L1 && dataName(i).isEmpty();
    };
    std::vector<std::size_t> unnamed;
    std::ranges::copy_if(content, std::back_inserter(unnamed), isUnnamed);
    KeyCounts keys;
    for (const std::size_t i : content) {
        if (m_tokens[i].kind != Kind::Element)
            continue;
        if (isUnnamed(i)) {
            if (i == unnamed.front()) {
                comma(hasMembers);
                unnamedData(unnamed);
            }
            continue;
        }
        comma(hasMembers);
        const bool isData = holdsData && m_tokens[i].name == "Data"_L1;
        const QStringView key = isData ? dataName(i) : QStringView(m_tokens[i].name);
        string(distinct(key, keys));
        m_out.append(':');
        element(i, name);
    }
}

/// A name that came before gets _1, _2 …
QString JsonWriter::distinct(QStringView name, KeyCounts &keys)
{
    const int before = keys[name]++;
    return before == 0 ? name.toString() : u"%1_%2"_s.arg(name).arg(before);
}

void JsonWriter::unnamedData(const std::vector<std::size_t> &items)
{
    m_out.append(R"("Data":{"#text":)");
    if (items.size() > 1)
        m_out.append('[');
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            m_out.append(',');
        string(textOf(items[i]));
    }
    m_out.append(items.size() > 1 ? "]}" : "}");
}

} // namespace

Result<RecordTokens> tokensFromJson(QStringView text, JsonRoot root)
{
    auto json = parseJson(text);
    if (!json)
        return std::unexpected(json.error());
    mendLoneAttributes(*json);
    TokenBuilder builder;
    if (root == JsonRoot::Content) {
        if (!json->member(u"EventData") && !json->member(u"UserData"))
            return failure(ErrorCode::BadValue, "JSON of an event's content");
        builder.member({}, u"Event"_s, *json, nullptr);
        return std::move(builder.tokens);
    }
    const JsonValue *event = json->member(u"Event");
    if (!event || !event->member(u"System"))
        return failure(ErrorCode::BadValue, "JSON of an event");
    builder.member({}, u"Event"_s, *event, json->member(u"Event_attributes"));
    return std::move(builder.tokens);
}

void appendJson(OutBuffer &out, const RecordTokens &tokens)
{
    JsonWriter(out, tokens).write();
}

void appendCompactJson(OutBuffer &out, QStringView json)
{
    bool inString = false;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (inString) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                inString = false;
        } else if (c == u'"') {
            inString = true;
        } else if (c.isSpace()) {
            appendUtf8(out, asUtf16Bytes(json.sliced(begin, i - begin)));
            begin = i + 1;
        }
    }
    appendUtf8(out, asUtf16Bytes(json.sliced(begin)));
}

} // namespace evident

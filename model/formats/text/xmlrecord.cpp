// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/xmlrecord.h"

#include "bytes/utf16.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace evident {

namespace {

using Kind = RecordToken::Kind;

enum class Where : std::uint8_t { BetweenElements, InLeaf };

/// Blanks between elements are layout. In a leaf they are its value, unless they begin with a line end: evtx_dump writes
/// the end of an element without a value on a line of its own.
void dropLayout(RecordTokens &tokens, Where where)
{
    if (tokens.empty() || tokens.back().kind != Kind::Text || !QStringView(tokens.back().text).trimmed().isEmpty())
        return;
    if (where == Where::BetweenElements || tokens.back().text.startsWith(u'\n'))
        tokens.pop_back();
}

bool isLeafSoFar(const RecordTokens &tokens)
{
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (token->kind == Kind::Element)
            return true;
        if (token->kind == Kind::End)
            return false;
    }
    return false;
}

void addText(RecordTokens &tokens, QStringView text)
{
    if (!tokens.empty() && tokens.back().kind == Kind::Text)
        tokens.back().text += text;
    else
        tokens.push_back({Kind::Text, QString(), text.toString()});
}

void addElement(RecordTokens &tokens, const QXmlStreamReader &reader)
{
    dropLayout(tokens, Where::BetweenElements);
    tokens.push_back({Kind::Element, reader.qualifiedName().toString(), QString()});
    for (const auto &attribute : reader.attributes())
        tokens.push_back({Kind::Attribute, attribute.qualifiedName().toString(), attribute.value().toString()});
}

Result<RecordTokens> readStrictly(const QString &element)
{
    QXmlStreamReader reader(element);
    reader.setNamespaceProcessing(false);
    RecordTokens tokens;
    int depth = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++depth > DeepestRecord)
                return failure(ErrorCode::TooDeep, "event element", {.source = {}, .offset = reader.characterOffset()});
            addElement(tokens, reader);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            dropLayout(tokens, isLeafSoFar(tokens) ? Where::InLeaf : Where::BetweenElements);
            tokens.push_back({Kind::End, QString(), QString()});
            break;
        case QXmlStreamReader::Characters: addText(tokens, reader.text()); break;
        default: break;
        }
    }
    if (reader.hasError())
        return failure(ErrorCode::BadToken, "event element", {.source = {}, .offset = reader.characterOffset()});
    return tokens;
}

bool isXmlChar(char32_t c)
{
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)
        || (c >= 0x10000 && c <= 0x10ffff);
}

/// The reference that begins at @p at ("&#x1;", "&amp;"), to be written instead; "&amp;" for a bare ampersand.
QString mendedReference(QStringView text, qsizetype at, qsizetype &length)
{
    const qsizetype end = text.sliced(at).first(std::min<qsizetype>(text.size() - at, 12)).indexOf(u';');
    length = 1;
    if (end < 2)
        return QStringLiteral("&amp;");
    const QStringView name = text.sliced(at + 1, end - 1);
    if (name.startsWith(u'#')) {
        bool ok = false;
        const bool hexadecimal = name.startsWith(QLatin1StringView("#x"), Qt::CaseInsensitive);
        const uint code = hexadecimal ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok);
        if (!ok)
            return QStringLiteral("&amp;");
        length = end + 1;
        return isXmlChar(code) ? text.sliced(at, length).toString() : QStringLiteral("\ufffd");
    }
    for (const char16_t *known : {u"amp", u"lt", u"gt", u"quot", u"apos"}) {
        if (name == QStringView(known)) {
            length = end + 1;
            return text.sliced(at, length).toString();
        }
    }
    return QStringLiteral("&amp;");
}

/// The record with all that no XML may hold replaced.
QString mended(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        qsizetype length = 1;
        if (c == u'&') {
            result += mendedReference(text, i, length);
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result += text.sliced(i, 2);
            length = 2;
        } else {
            result += isXmlChar(c.unicode()) ? c : QChar(QChar::ReplacementCharacter);
        }
        i += length;
    }
    return result;
}

} // namespace

Result<RecordTokens> tokensFromXml(QStringView element)
{
    auto tokens = readStrictly(element.toString());
    if (tokens || tokens.error().code != ErrorCode::BadToken)
        return tokens;
    const QString second = mended(element);
    if (second == element)
        return tokens;
    return readStrictly(second);
}

void appendXml(OutBuffer &out, const RecordTokens &tokens)
{
    std::vector<const QString *> open;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const RecordToken &token = tokens[i];
        const bool headEnds = i + 1 >= tokens.size() || tokens[i + 1].kind != Kind::Attribute;
        switch (token.kind) {
        case Kind::Element:
            out.append('<');
            appendUtf8(out, asUtf16Bytes(token.name));
            open.push_back(&token.name);
            break;
        case Kind::Attribute:
            out.append(' ');
            appendUtf8(out, asUtf16Bytes(token.name));
            out.append("=\"");
            appendXmlText(out, asUtf16Bytes(token.text), XmlSpot::Attribute);
            out.append('"');
            break;
        case Kind::Text: appendXmlText(out, asUtf16Bytes(token.text)); continue;
        case Kind::End:
            if (open.empty())
                return;
            if (tokens[i - 1].kind == Kind::Element || tokens[i - 1].kind == Kind::Attribute) {
                out.truncate(out.size() - 1); // the '>' of its head
                out.append("/>");
            } else {
                out.append("</");
                appendUtf8(out, asUtf16Bytes(*open.back()));
                out.append('>');
            }
            open.pop_back();
            continue;
        }
        if (headEnds)
            out.append('>');
    }
}

} // namespace evident

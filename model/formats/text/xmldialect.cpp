// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Event elements one after the other: Event Viewer's XML (in Events), wevtutil's with a root of any name or none, and
// evtx_dump's ("Record 7" and an XML declaration before each).
#include "formats/text/jsonrecord.h"
#include "formats/text/recordevent.h"
#include "formats/text/textdialect.h"
#include "formats/text/xmlrecord.h"

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr auto EventTag = "<Event"_L1;
constexpr std::size_t TagReach = 512; ///< no tag of a root or an event is longer

bool isBlank(int unit)
{
    return unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n';
}

bool endsName(int unit)
{
    return isBlank(unit) || unit == '>' || unit == '/';
}

bool atEventTag(UnitWindow &window, std::size_t ahead = 0)
{
    return window.peek(ahead) == '<' && window.startsWith(EventTag, ahead)
        && endsName(window.peek(ahead + static_cast<std::size_t>(EventTag.size())));
}

/// An Event inside an Event belongs to somebody's data, unless it is one of Windows' own: then the outer one was cut.
bool beginsRecord(UnitWindow &window)
{
    std::size_t ahead = static_cast<std::size_t>(EventTag.size());
    for (; ahead < 256; ++ahead) {
        if (window.startsWith("/win/2004/08/events/event"_L1, ahead))
            return true;
        if (window.peek(ahead) == '>' || window.peek(ahead) == UnitWindow::End)
            break;
    }
    for (++ahead; isBlank(window.peek(ahead)) && ahead < 512; ++ahead) { }
    return window.startsWith("<System>"_L1, ahead);
}

/// Moves behind @p end when it comes within @p reach units.
bool skipPast(UnitWindow &window, QLatin1StringView end, std::size_t reach)
{
    for (std::size_t ahead = 0; ahead < reach && window.peek(ahead) != UnitWindow::End; ++ahead) {
        if (window.startsWith(end, ahead)) {
            window.advance(ahead + static_cast<std::size_t>(end.size()));
            return true;
        }
    }
    return false;
}

/// Comments and CDATA sections hide what looks like a tag. One that does not end hides nothing; @p openUntil then tells
/// how far that was looked at, so that nobody looks again.
bool skipHidden(UnitWindow &window, std::uint64_t &openUntil)
{
    constexpr std::size_t Reach = 1024 * 1024;
    const bool isComment = window.startsWith("<!--"_L1);
    if (!isComment && !window.startsWith("<![CDATA["_L1))
        return false;
    if (skipPast(window, isComment ? "-->"_L1 : "]]>"_L1, Reach))
        return true;
    openUntil = window.offset() + Reach;
    return false;
}

class XmlDialect final : public TextDialect {
public:
    explicit XmlDialect(QString root)
        : m_root(root.toLatin1())
    {
    }

    [[nodiscard]] LogFormat format() const override { return LogFormat::Xml; }
    [[nodiscard]] std::optional<TextCut> next(UnitWindow &window) const override;
    [[nodiscard]] DecodedRecord decode(const QString &record) const override;
    Written write(const QString &record, DumpForm form, OutBuffer &out) const override;

private:
    bool skipHarmless(UnitWindow &window) const;
    bool atRootTag(UnitWindow &window) const;
    TextCut gap(UnitWindow &window) const;
    TextCut element(UnitWindow &window) const;

    QByteArray m_root; ///< name of the element around the events; empty when there is none
};

bool XmlDialect::atRootTag(UnitWindow &window) const
{
    if (m_root.isEmpty() || window.peek() != '<')
        return false;
    const std::size_t name = window.peek(1) == '/' ? 2 : 1;
    return window.startsWith(QLatin1StringView(m_root), name)
        && endsName(window.peek(name + static_cast<std::size_t>(m_root.size())));
}

/// evtx_dump's "Record 7", libevtx's "evtxexport 20240504".
bool atProgramsLine(UnitWindow &window)
{
    for (const QLatin1StringView word : {"Record "_L1, "evtxexport "_L1}) {
        const auto digit = window.startsWith(word) ? window.peek(static_cast<std::size_t>(word.size())) : 0;
        if (digit >= '0' && digit <= '9' && lineLength(window, 32) < 32)
            return true;
    }
    return false;
}

/// What may stand between records.
bool XmlDialect::skipHarmless(UnitWindow &window) const
{
    if (isBlank(window.peek()) || window.peek() == 0xfeff) {
        window.advance();
        return true;
    }
    if (window.startsWith("\xef\xbb\xbf"_L1)) { // files joined one behind the other
        window.advance(3);
        return true;
    }
    if (atProgramsLine(window)) {
        skipLine(window);
        return true;
    }
    if (window.startsWith("<?"_L1))
        return skipPast(window, "?>"_L1, TagReach);
    if (window.startsWith("<!--"_L1))
        return skipPast(window, "-->"_L1, TagReach);
    return atRootTag(window) && skipPast(window, ">"_L1, TagReach);
}

TextCut XmlDialect::gap(UnitWindow &window) const
{
    TextCut cut{TextCut::Kind::Gap, window.offset(), 0, {ErrorCode::BadToken, "text between event elements"}};
    do {
        window.advance();
    } while (!window.atEnd() && !atEventTag(window) && !atRootTag(window));
    cut.end = window.offset();
    return cut;
}

TextCut XmlDialect::element(UnitWindow &window) const
{
    TextCut cut{TextCut::Kind::Record, window.offset(), 0, {}};
    int depth = 0;
    std::uint64_t openUntil = 0; // up to here it is known that what hides tags does not end
    const auto torn = [&](ErrorCode code) {
        cut.kind = TextCut::Kind::Torn;
        cut.end = window.offset();
        cut.fault = {code, "event element"};
        return cut;
    };
    while (!window.atEnd()) {
        if (window.offset() - cut.begin > LongestRecord)
            return torn(ErrorCode::TooLarge);
        if (window.peek() != '<') {
            window.advance();
            continue;
        }
        if (window.offset() >= openUntil && skipHidden(window, openUntil))
            continue;
        if (atEventTag(window)) {
            if (depth > 0 && beginsRecord(window))
                return torn(ErrorCode::Truncated);
            std::size_t head = 0;
            while (head < TagReach && window.peek(head) != '>' && window.peek(head) != UnitWindow::End)
                ++head;
            depth += window.peek(head) == '>' && window.peek(head - 1) == '/' ? 0 : 1;
            window.advance(head + 1);
            if (depth > 0)
                continue;
        } else if (window.startsWith("</Event"_L1) && endsName(window.peek(7))) {
            --depth;
            skipPast(window, ">"_L1, TagReach);
        } else if (atRootTag(window)) {
            return torn(ErrorCode::Truncated);
        } else {
            window.advance();
            continue;
        }
        if (depth == 0) {
            cut.end = window.offset();
            return cut;
        }
    }
    return torn(ErrorCode::Truncated);
}

std::optional<TextCut> XmlDialect::next(UnitWindow &window) const
{
    while (!window.atEnd()) {
        if (atEventTag(window))
            return element(window);
        if (!skipHarmless(window))
            return gap(window);
    }
    return {};
}

std::optional<RecordFault> faultOf(const Event &event)
{
    if (!event.time.isNull())
        return {};
    return RecordFault{ErrorCode::BadValue, "an event's time"};
}

Result<RecordTokens> tokensOf(const QString &record)
{
    auto tokens = tokensFromXml(record);
    if (tokens && !isEvent(*tokens))
        return failure(ErrorCode::BadValue, "event element");
    return tokens;
}

DecodedRecord XmlDialect::decode(const QString &record) const
{
    const auto tokens = tokensOf(record);
    if (!tokens)
        return {{}, RecordFault{tokens.error().code, "event element"}};
    Event event = eventFrom(*tokens);
    const auto fault = faultOf(event);
    return {std::move(event), fault};
}

TextDialect::Written XmlDialect::write(const QString &record, DumpForm form, OutBuffer &out) const
{
    const auto tokens = tokensOf(record);
    if (!tokens)
        return {false, RecordFault{tokens.error().code, "event element"}};
    if (form == DumpForm::Xml)
        appendXml(out, *tokens);
    else
        appendJson(out, *tokens);
    return {true, faultOf(eventFrom(*tokens))};
}

/// The name of the first element, if it is not an Event.
QString rootName(QStringView text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        const QStringView name = text.sliced(at + 1);
        if (name.startsWith(u'?') || name.startsWith(u'!'))
            continue;
        qsizetype length = 0;
        while (length < name.size()
            && (name[length].isLetterOrNumber() || name[length] == u'_' || name[length] == u'-'
                || name[length] == u'.'))
            ++length;
        return name.first(length) == u"Event" ? QString() : name.first(length).toString();
    }
    return {};
}

bool beginsAsXml(QStringView text)
{
    const bool programsLine = text.startsWith(u"Record ") || text.startsWith(u"evtxexport ");
    return text.startsWith(u'<') || (programsLine && text.first(std::min<qsizetype>(text.size(), 32)).contains(u'<'));
}

} // namespace

std::unique_ptr<TextDialect> xmlDialect(const TextHead &head)
{
    const QStringView text = QStringView(head.text).trimmed();
    if (!beginsAsXml(text))
        return {};
    const QString root = rootName(text);
    const qsizetype at = text.indexOf(u"<Event");
    bool isEvents =
        root == u"Events" && (text.contains(u"<Event ") || text.contains(u"</Events>") || text.contains(u"<Events/>"));
    for (qsizetype i = at; i >= 0 && !isEvents; i = text.indexOf(u"<Event", i + 1)) {
        const QStringView element = text.sliced(i + 6);
        isEvents = !element.isEmpty() && (element[0].isSpace() || element[0] == u'>')
            && (element.first(std::min<qsizetype>(element.size(), 200)).contains(u"/win/2004/08/events/event")
                || element.first(std::min<qsizetype>(element.size(), 200)).contains(u"<System>"));
    }
    if (!isEvents)
        return {};
    return std::make_unique<XmlDialect>(root);
}

} // namespace evident

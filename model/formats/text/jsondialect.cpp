// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSON objects one after the other: evtx_dump's jsonl (one a line) and json ("Record 7" before each, indented), an
// array of them as well.
#include "formats/text/jsonrecord.h"
#include "formats/text/recordevent.h"
#include "formats/text/textdialect.h"
#include "formats/text/xmlrecord.h"

namespace evident {

using namespace Qt::StringLiterals;

namespace {

class JsonDialect final : public TextDialect {
public:
    [[nodiscard]] LogFormat format() const override { return LogFormat::Jsonl; }
    [[nodiscard]] std::optional<TextCut> next(UnitWindow &window) const override;
    [[nodiscard]] DecodedRecord decode(const QString &record) const override;
    Written write(const QString &record, DumpForm form, OutBuffer &out) const override;

private:
    static TextCut object(UnitWindow &window);
    static TextCut gap(UnitWindow &window);
};

bool isNewObject(UnitWindow &window)
{
    return window.peek() == '{' || (window.startsWith("Record "_L1) && window.peek(7) >= '0' && window.peek(7) <= '9');
}

TextCut JsonDialect::gap(UnitWindow &window)
{
    TextCut cut{TextCut::Kind::Gap, window.offset(), 0, {ErrorCode::BadToken, "text between JSON objects"}};
    do {
        skipLine(window);
    } while (!window.atEnd() && !isNewObject(window));
    cut.end = window.offset();
    return cut;
}

/// An object ends with its brace. One that a line end cuts inside of a string, or behind which a line begins with an
/// opening brace, is torn: indented objects never do either.
TextCut JsonDialect::object(UnitWindow &window)
{
    TextCut cut{TextCut::Kind::Record, window.offset(), 0, {}};
    int depth = 0;
    bool inString = false;
    ErrorCode code = ErrorCode::Truncated;
    while (!window.atEnd()) {
        const int unit = window.peek();
        window.advance();
        if (unit == '\n') {
            if (inString || isNewObject(window))
                break;
        } else if (inString) {
            if (unit == '\\')
                window.advance();
            inString = unit != '"';
        } else if (unit == '"') {
            inString = true;
        } else if (unit == '{') {
            ++depth;
        } else if (unit == '}' && --depth == 0) {
            cut.end = window.offset();
            return cut;
        }
        if (window.offset() - cut.begin > LongestRecord) {
            code = ErrorCode::TooLarge;
            break;
        }
    }
    cut.kind = TextCut::Kind::Torn;
    cut.end = window.offset();
    cut.fault = {code, "JSON object"};
    return cut;
}

std::optional<TextCut> JsonDialect::next(UnitWindow &window) const
{
    while (!window.atEnd()) {
        const int unit = window.peek();
        if (unit == '{')
            return object(window);
        if (unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n' || unit == ',' || unit == '[' || unit == ']')
            window.advance();
        else if (isNewObject(window) && lineLength(window, 32) < 32)
            skipLine(window);
        else
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
    auto tokens = tokensFromJson(record, JsonRoot::Event);
    if (tokens && !isEvent(*tokens))
        return failure(ErrorCode::BadValue, "JSON object");
    return tokens;
}

DecodedRecord JsonDialect::decode(const QString &record) const
{
    const auto tokens = tokensOf(record);
    if (!tokens)
        return {{}, RecordFault{tokens.error().code, "JSON object"}};
    Event event = eventFrom(*tokens);
    const auto fault = faultOf(event);
    return {std::move(event), fault};
}

TextDialect::Written JsonDialect::write(const QString &record, DumpForm form, OutBuffer &out) const
{
    const auto tokens = tokensOf(record);
    if (!tokens)
        return {false, RecordFault{tokens.error().code, "JSON object"}};
    if (form == DumpForm::Xml)
        appendXml(out, *tokens);
    else
        appendCompactJson(out, record);
    return {true, faultOf(eventFrom(*tokens))};
}

} // namespace

std::unique_ptr<TextDialect> jsonDialect(const TextHead &head)
{
    QStringView text = QStringView(head.text).trimmed();
    if (text.startsWith(u"Record "))
        text = text.sliced(std::max<qsizetype>(text.indexOf(u'\n'), 0)).trimmed();
    if (text.startsWith(u'['))
        text = text.sliced(1).trimmed();
    if (!text.startsWith(u'{') || !text.sliced(1).trimmed().startsWith(u"\"Event") || !text.contains(u"\"System\""))
        return {};
    return std::make_unique<JsonDialect>();
}

} // namespace evident

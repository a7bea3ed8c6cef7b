// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/json.h"

#include "formats/text/recordtokens.h"

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

class JsonParser {
public:
    explicit JsonParser(QStringView text)
        : m_text(text)
    {
    }

    Result<JsonValue> parse()
    {
        JsonValue root;
        if (!value(root, 0))
            return failure(m_code, "JSON of an event", {.source = {}, .offset = m_at});
        skipBlanks();
        if (m_at != m_text.size())
            return failure(ErrorCode::BadToken, "JSON of an event", {.source = {}, .offset = m_at});
        return root;
    }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool take(QChar c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (m_at < m_text.size() && (peek() == u' ' || peek() == u'\t' || peek() == u'\n' || peek() == u'\r'))
            ++m_at;
    }

    bool value(JsonValue &into, int depth)
    {
        skipBlanks();
        if (depth > DeepestRecord) {
            m_code = ErrorCode::TooDeep;
            return false;
        }
        if (peek() == u'{')
            return object(into, depth);
        if (peek() == u'[')
            return array(into, depth);
        if (peek() == u'"') {
            into.kind = JsonValue::Kind::String;
            return string(into.text);
        }
        return word(into);
    }

    bool object(JsonValue &into, int depth)
    {
        into.kind = JsonValue::Kind::Object;
        ++m_at;
        if (take(u'}'))
            return true;
        do {
            skipBlanks();
            if (into.members.size() >= MostMembers) {
                m_code = ErrorCode::TooLarge;
                return false;
            }
            auto &member = into.members.emplace_back();
            if (!string(member.first) || !take(u':') || !value(member.second, depth + 1))
                return false;
        } while (take(u','));
        return take(u'}');
    }

    bool array(JsonValue &into, int depth)
    {
        into.kind = JsonValue::Kind::Array;
        ++m_at;
        if (take(u']'))
            return true;
        do {
            if (!value(into.members.emplace_back().second, depth + 1))
                return false;
        } while (take(u','));
        return take(u']');
    }

    bool word(JsonValue &into)
    {
        const qsizetype begin = m_at;
        while (peek().isLetterOrNumber() || peek() == u'-' || peek() == u'+' || peek() == u'.')
            ++m_at;
        const QStringView word = m_text.sliced(begin, m_at - begin);
        if (word == "null"_L1)
            return true;
        bool isNumber = false;
        [[maybe_unused]] const double number = word.toDouble(&isNumber);
        into.kind = JsonValue::Kind::Word;
        into.text = word.toString();
        return word == "true"_L1 || word == "false"_L1 || isNumber;
    }

    bool string(QString &into)
    {
        if (peek() != u'"')
            return false;
        ++m_at;
        qsizetype plain = m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                into += m_text.sliced(plain, m_at - plain);
                ++m_at;
                return true;
            }
            if (c == u'\\') {
                into += m_text.sliced(plain, m_at - plain);
                if (!escape(into))
                    return false;
                plain = m_at;
            } else if (c < u' ') {
                return false;
            } else {
                ++m_at;
            }
        }
        return false;
    }

    bool escape(QString &into)
    {
        static constexpr QStringView Signs = u"\"\\/bfnrt";
        static constexpr QStringView Meanings = u"\"\\/\b\f\n\r\t";
        if (m_at + 1 >= m_text.size())
            return false;
        const QChar sign = m_text[m_at + 1];
        if (sign == u'u') {
            bool ok = false;
            if (m_text.size() - m_at < 6)
                return false;
            into += QChar(m_text.sliced(m_at + 2, 4).toUShort(&ok, 16));
            m_at += 6;
            return ok;
        }
        const qsizetype at = Signs.indexOf(sign);
        if (at < 0)
            return false;
        into += Meanings[at];
        m_at += 2;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    ErrorCode m_code = ErrorCode::BadToken;
};

} // namespace

const JsonValue *JsonValue::member(QStringView name) const
{
    const auto found = std::ranges::find_if(members, [&](const auto &member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

Result<JsonValue> parseJson(QStringView text)
{
    return JsonParser(text).parse();
}

} // namespace evident

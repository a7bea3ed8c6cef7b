// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/textneedle.h"
#include "bytes/utf16.h"

#include <QRandomGenerator>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class TextNeedleTest : public QObject {
    Q_OBJECT
private slots:
    void findsWhatStringsFind();
    void findsWhereverTextLies();
    void isMadeOf();
    void everyNeedleHasItsNumber();
};

namespace {

/// Characters that fold to others, in one unit or two; halves of some.
QString anyText(QRandomGenerator &random, int most)
{
    static const QStringList Parts{u"k"_s, u"K"_s, u"\u212a"_s, u"s"_s, u"S"_s, u"\u017f"_s, u"\u00df"_s, u"\u03c3"_s,
        u"\u03a3"_s, u"\u03c2"_s, u"\U00010428"_s, u"\U00010400"_s, QString(QChar(0xd801)), QString(QChar(0xdc00)),
        u"\u0130"_s, u"i"_s, u"I"_s, u"\u0131"_s, u"x"_s, u"0"_s, QString(QChar(0)), u"\u1e9e"_s};
    QString text;
    for (int parts = random.bounded(most + 1); parts > 0; --parts)
        text += Parts[random.bounded(Parts.size())];
    return text;
}

Bytes bytesOf(const QString &text)
{
    return asUtf16Bytes(text);
}

} // namespace

void TextNeedleTest::findsWhatStringsFind()
{
    QRandomGenerator random(7);
    int found = 0;
    for (int i = 0; i < 600; ++i) {
        QString text = anyText(random, 4);
        if (text.isEmpty())
            text = u"Kk"_s;
        const TextNeedle needle(text);
        for (int j = 0; j < 40; ++j) {
            const QString where = anyText(random, 3) + anyText(random, 40);
            const bool isThere = where.contains(text, Qt::CaseInsensitive);
            QCOMPARE(needle.isIn(where), isThere);
            QCOMPARE(needle.isIn(bytesOf(where)), isThere);
            QVERIFY(!isThere || needle.mayLieIn(bytesOf(where)));
            found += isThere ? 1 : 0;
        }
    }
    QVERIFY(found > 500);
}

/// At even and odd places, first, last and between, among other bytes.
void TextNeedleTest::findsWhereverTextLies()
{
    for (const QString &text : {u"v"_s, u"no event"_s, u"\u212a"_s, u"Stra\u00dfe"_s, u"\u4e16\u754c"_s}) {
        const TextNeedle needle(text.toUpper().size() == text.size() ? text.toUpper() : text);
        const Bytes written = bytesOf(text);
        for (std::size_t size = written.size(); size < written.size() + 70; ++size) {
            for (std::size_t at = 0; at + written.size() <= size; ++at) {
                std::vector<std::uint8_t> bytes(size, 0x2e);
                QVERIFY(!needle.mayLieIn(bytes));
                std::ranges::copy(written, bytes.begin() + static_cast<std::ptrdiff_t>(at));
                QVERIFY(needle.mayLieIn(bytes));
            }
        }
        QVERIFY(!needle.mayLieIn({}));
        QVERIFY(!needle.mayLieIn(written.first(written.size() - 1)));
        QVERIFY(!needle.isIn(written.first(written.size() - 1)));
    }
}

void TextNeedleTest::isMadeOf()
{
    QVERIFY(TextNeedle(u"3F7"_s).isMadeOf(u"0123456789abcdef"));
    QVERIFY(!TextNeedle(u"3G7"_s).isMadeOf(u"0123456789abcdef"));
    QVERIFY(TextNeedle(u"\u017f-1"_s).isMadeOf(u"-01s")); // a long s is an s
    QVERIFY(!TextNeedle(u"\U00010400"_s).isMadeOf(u"-01s"));
}

void TextNeedleTest::everyNeedleHasItsNumber()
{
    QVERIFY(TextNeedle(u"a"_s).serial() != TextNeedle(u"a"_s).serial());
    QVERIFY(TextNeedle(u"a"_s).serial() != 0);
}

QTEST_APPLESS_MAIN(TextNeedleTest)
#include "tst_textneedle.moc"

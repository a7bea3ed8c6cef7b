// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/textneedle.h"
#include "store/expression.h"
#include "store/expressiontraits.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>

using namespace evident;
using namespace Qt::StringLiterals;

/// What an expression means, and what is said of it by its words alone.
class ExpressionTest : public QObject {
    Q_OBJECT
private slots:
    void matches_data();
    void matches();
    void tellsFaults_data();
    void tellsFaults();
    void givesUp();
    void readsHalvesOfPairs();
    void glances_data();
    void glances();
    void glancesAtLargeExpressions();
    void seesLiterals_data();
    void seesLiterals();
    void losesNoMatch();
    void foldsLettersAsANeedleDoes();
};

void ExpressionTest::matches_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("any case") << u"SERVICE \\w+"_s << u"the service Spooler"_s << true;
    QTest::newRow("one case") << u"(?-i)SERVICE"_s << u"the service"_s << false;
    QTest::newRow("umlaut, any case") << u"GERÄTE"_s << u"Das gerätesetup"_s << true;
    QTest::newRow("sharp s") << u"STRAẞE"_s << u"straße"_s << true;
    QTest::newRow("umlauts are letters") << u"\\bÄ\\w+r\\b"_s << u"viel Ärger."_s << true;
    QTest::newRow("no word ends at an umlaut") << u"\\brger"_s << u"Ärger"_s << false;
    QTest::newRow("line begins") << u"^Reason"_s << u"Stopped\r\nReason: 5"_s << true;
    QTest::newRow("no line begins at the end") << u"\\n^"_s << u"a\n"_s << false;
    QTest::newRow("line ends") << u"stopped$"_s << u"Stopped\r\nReason: 5"_s << true;
    QTest::newRow("text begins") << u"\\AReason"_s << u"Stopped\nReason: 5"_s << false;
    QTest::newRow("text ends") << u"stopped\\z"_s << u"Stopped\nReason: 5"_s << false;
    QTest::newRow("a dot is no line's end") << u"stopped.*reason"_s << u"Stopped\r\nReason: 5"_s << false;
    QTest::newRow("unless told so") << u"(?s)stopped.*reason"_s << u"Stopped\r\nReason: 5"_s << true;
    QTest::newRow("look ahead") << u"error (?!0x0)"_s << u"error 0x5"_s << true;
    QTest::newRow("look ahead, not") << u"error (?!0x0)"_s << u"error 0x0"_s << false;
    QTest::newRow("look behind") << u"(?<=event )\\d{4}"_s << u"event 1008"_s << true;
    QTest::newRow("look behind, not") << u"(?<=event )\\d{4}"_s << u"id 1008"_s << false;
    QTest::newRow("begins between CR and LF") << u"\\sa"_s << u"x\r\na"_s << false;
    QTest::newRow("begins between CR and LF, told so") << u"\na"_s << u"x\r\na"_s << true;
    QTest::newRow("back reference") << u"(\\w+) \\1"_s << u"the the"_s << true;
    QTest::newRow("nothing") << u"x*"_s << u"abc"_s << true;
    QTest::newRow("nothing in nothing") << u"x*"_s << QString() << true;
    QTest::newRow("a fault matches nothing") << u"("_s << u"("_s << false;
}

void ExpressionTest::matches()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, text);
    QFETCH(const bool, matches);
    QCOMPARE(Expression(expression).tryOn(text), matches ? Matching::Yes : Matching::No);
}

void ExpressionTest::tellsFaults_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<QString>("what");
    QTest::newRow("parenthesis open") << u"service (a|b"_s << qsizetype{12} << u"missing closing parenthesis"_s;
    QTest::newRow("parenthesis too many") << u"a)"_s << qsizetype{1} << u"unmatched closing parenthesis"_s;
    QTest::newRow("class open") << u"[a-"_s << qsizetype{3} << u"missing terminating ] for character class"_s;
    QTest::newRow("nothing to repeat") << u"*"_s << qsizetype{0} << u"quantifier does not follow a repeatable item"_s;
    QTest::newRow("range") << u"[z-a]"_s << qsizetype{3} << u"range out of order in character class"_s;
    QTest::newRow("backslash") << u"a\\"_s << qsizetype{2} << u"\\ at end of pattern"_s;
}

void ExpressionTest::tellsFaults()
{
    QFETCH(const QString, expression);
    QFETCH(const qsizetype, at);
    QFETCH(const QString, what);
    const auto fault = Expression(expression).fault();
    QVERIFY(fault.has_value());
    QCOMPARE(fault->at, at);
    QCOMPARE(fault->what, what);
    QVERIFY(!Expression(u"a(b)c"_s).fault().has_value());
}

/// Each further letter doubles what such expressions take.
void ExpressionTest::givesUp()
{
    const QString text = QString(60, u'a') + u'!';
    for (const QString &expression : {u"(a+)+(?<!a)!"_s, u"(a|aa)+(?<!a)!"_s, u"^(\\w+\\s?)*(?<!a)!"_s})
        QCOMPARE(Expression(expression).tryOn(text), Matching::GivenUp);
    QCOMPARE(Expression(u"(a+)+(?<!b)!"_s).tryOn(text), Matching::Yes);
    QCOMPARE(Expression(u"(a+)+(?<!a)?"_s).tryOn(QString(60, u'a')), Matching::Yes);
    QCOMPARE(Expression(u"(*LIMIT_MATCH=4000000000)(a+)+$"_s).tryOn(text), Matching::GivenUp);
    // What takes no steps back is known, however the expression is written.
    for (const QString &expression : {u"(a+)+$"_s, u"(a|aa)+$"_s, u"^(\\w+\\s?)*$"_s, u"(?=(a+)+$)a"_s})
        QCOMPARE(Expression(expression).tryOn(text), Matching::No);
    QCOMPARE(either(Matching::GivenUp, Matching::No), Matching::GivenUp);
    QCOMPARE(either(Matching::GivenUp, Matching::Yes), Matching::Yes);
}

void ExpressionTest::readsHalvesOfPairs()
{
    const QString text = u"before "_s + QChar(0xd83d) + u" behind"_s + QChar(0xdc00);
    QCOMPARE(Expression(u"before . behind.$"_s).tryOn(text), Matching::Yes);
    QCOMPARE(Expression(u"\\x{fffd}"_s).tryOn(text), Matching::Yes);
    QCOMPARE(Expression(u"nowhere"_s).tryOn(text), Matching::No);
}

void ExpressionTest::glances_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<Matching>>("told");
    const std::optional<Matching> unknown;
    const auto add = [](const QString &expression, const QString &text, std::optional<Matching> told) {
        QTest::addRow("/%s/ in %s", qPrintable(expression), qPrintable(text)) << expression << text << told;
    };
    add(u"0x[0-9a-f]{8}"_s, u"status 0xC0000005."_s, Matching::Yes);
    add(u"0x[0-9a-f]{8}"_s, u"status 0xC000000."_s, Matching::No);
    add(u"\\b\\d{1,3}(\\.\\d{1,3}){3}\\b"_s, u"from 10.1.2.33:80"_s, Matching::Yes);
    add(u"\\b\\d{1,3}(\\.\\d{1,3}){3}\\b"_s, u"from 1000.1.2.3333"_s, Matching::No);
    add(u"^Service .* stopped$"_s, u"It is\nservice A stopped\nnow"_s, Matching::Yes);
    add(u"^Service .* stopped$"_s, u"It is\r\nservice A stopped\r\nnow"_s, unknown);
    add(u"^Service .* stopped$"_s, u"the service A stopped"_s, Matching::No);
    add(u"\\Aa.c\\z"_s, u"abc"_s, Matching::Yes);
    add(u"\\Aa.c\\z"_s, u"a\nc"_s, Matching::No);
    add(u"\\n^"_s, u"a\nb"_s, Matching::Yes);
    add(u"\\n^"_s, u"a\n"_s, Matching::No); // no line begins at the end
    add(u"(?-i)error|Fail"_s, u"ERROR fail"_s, Matching::No);
    add(u"a(?i:b)(?-i)C"_s, u"aBC"_s, Matching::Yes);
    add(u"a(?i:b)(?-i)C"_s, u"aBc"_s, Matching::No);
    add(u"\\x41\\x{62}"_s, u"ab"_s, Matching::Yes);
    add(u"{[0-9a-f]+}"_s, u"{1f}"_s, Matching::Yes);
    add(u"x{3}"_s, u"xx xx"_s, Matching::No);
    add(u"\\sa"_s, u"x\r\na"_s, unknown); // where PCRE2 begins no match
    // What is wider than the expression, and texts beyond ASCII, are told of only where nothing matches.
    add(u"a(?=b)"_s, u"ab"_s, unknown);
    add(u"a(?=b)"_s, u"ac"_s, Matching::No);
    add(u"(?=.*a)(?=.*b).*c"_s, u"c and a"_s, Matching::No);
    add(u"(\\d)\\1{3}"_s, u"1234"_s, unknown);
    add(u"(\\d)\\1{3}"_s, u"123a4"_s, Matching::No);
    add(u"a++b"_s, u"aab"_s, unknown);
    add(u"gerät"_s, u"Gerät"_s, unknown);
    add(u"gerät"_s, u"Gerat"_s, Matching::No);
    add(u"\\d{3}"_s, u"für 12"_s, Matching::No);
    add(u"\\bf"_s, u"äf"_s, unknown);
    add(u"kelvin"_s, u"\u212aelvin"_s, unknown);
    add(u"x"_s, QString(QChar(0xd83d)), unknown);
    add(u"(*ANY)a"_s, u"b"_s, unknown);
}

void ExpressionTest::glances()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, text);
    Expression made(expression);
    QVERIFY(!made.fault());
    QTEST(made.glance(text), "told");
}

/// More states than anybody would keep, and more steps than are worth taking: left to PCRE2, or made anew.
void ExpressionTest::glancesAtLargeExpressions()
{
    QCOMPARE(Expression(u"(ab{1,99}){99}c"_s).glance(u"x"_s), std::nullopt);
    QCOMPARE(Expression(u"(ab{1,99}){99}c"_s).tryOn(u"ab"_s.repeated(99) + u'c'), Matching::Yes);
    QRandomGenerator random(1);
    Expression manyStates(u"a[ab]{14}c"_s);
    int told = 0;
    for (int round = 0; round < 5'000; ++round) {
        QString text(80, u'b');
        for (QChar &letter : text)
            letter = u"aaaaabbbbbc"[random.bounded(11)];
        const auto known = manyStates.glance(text);
        told += known ? 1 : 0;
        const bool matches = QRegularExpression(u"a[ab]{14}c"_s).match(text).hasMatch();
        QVERIFY2(!known || *known == (matches ? Matching::Yes : Matching::No), qPrintable(text));
        QCOMPARE(manyStates.tryOn(text), matches ? Matching::Yes : Matching::No);
    }
    QVERIFY2(told > 10 && told < 5'000, qPrintable(QString::number(told)));

    // However long a text is, states are not made without end.
    QString text(2'000'000, u'a');
    for (QChar &letter : text)
        letter = u"ab"[random.bounded(2)];
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(Expression(u"(a[ab]{300}){1,4}[ab]{300}c"_s).glance(text), std::nullopt);
    QVERIFY2(clock.elapsed() < 2'000,
        qPrintable(QString::number(clock.elapsed()))); // a fortieth of it, were nobody else busy
}

void ExpressionTest::seesLiterals_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("literals");
    QTest::addColumn<bool>("looksAround");
    QTest::newRow("words") << u"service \\w+ (entered|failed)"_s << QStringList{u"service "_s} << false;
    QTest::newRow("the longest") << u"a.bcd.ef"_s << QStringList{u"bcd"_s} << false;
    QTest::newRow("escaped") << u"C:\\\\Windows\\.old"_s << QStringList{u"C:\\Windows.old"_s} << false;
    QTest::newRow("may be missing") << u"abc?"_s << QStringList{u"ab"_s} << false;
    QTest::newRow("may repeat") << u"abc+de"_s << QStringList{u"abc"_s} << false;
    QTest::newRow("may be missing, counted") << u"abc{0,3}de"_s << QStringList{u"ab"_s} << false;
    QTest::newRow("choice") << u"abc|def"_s << QStringList{u"abc"_s, u"def"_s} << false;
    QTest::newRow("choice inside") << u"abc(d|e)"_s << QStringList{u"abc"_s} << false;
    QTest::newRow("class") << u"ab[^]x[:alpha:]]cde"_s << QStringList{u"cde"_s} << false;
    QTest::newRow("class with brackets") << u"ab[[:^alpha:]\\]]cde"_s << QStringList{u"cde"_s} << false;
    QTest::newRow("umlaut") << u"gerätesetup"_s << QStringList{u"tesetup"_s} << false;
    QTest::newRow("options") << u"ab(?i)cd(?s:.)"_s << QStringList{u"abcd"_s} << false;
    QTest::newRow("words' ends") << u"\\bservice\\b"_s << QStringList{u"service"_s} << false;
    QTest::newRow("bound") << u"^abc$"_s << QStringList{u"abc"_s} << true;
    QTest::newRow("looks ahead") << u"abc(?=d)"_s << QStringList{u"abc"_s} << true;
    QTest::newRow("named group") << u"(?<n>abc)de"_s << QStringList{u"abc"_s} << false;
    QTest::newRow("group that repeats") << u"(\\d+ab){2,}c"_s << QStringList{u"ab"_s} << false;
    QTest::newRow("group that may be missing") << u"(abc)?d(ef){0,2}"_s << QStringList{u"d"_s} << false;
    QTest::newRow("group with a choice") << u"(abc|def(ghij))k"_s << QStringList{u"abc"_s, u"ghij"_s} << false;
    QTest::newRow("choice of one that holds nothing") << u"x(abc|\\d+)"_s << QStringList{u"x"_s} << false;
    QTest::newRow("choice, repeated") << u"(fail|error){2}"_s << QStringList{u"fail"_s, u"error"_s} << false;
    QTest::newRow("choice that may be missing") << u"x(fail|error)?"_s << QStringList{u"x"_s} << false;
    QTest::newRow("choice of much") << u"(aa|bb|cc|dd|ee|ff|gg|hh|ii)x"_s << QStringList{u"x"_s} << false;
    QTest::newRow("the same choice twice") << u"(?-i)Fail|(?i)Fail"_s << QStringList{u"Fail"_s} << false;
    QTest::newRow("looks for it ahead") << u"^(?=.*abc)d"_s << QStringList{u"abc"_s} << true;
    QTest::newRow("looks for it behind") << u"(?<=code )\\d+"_s << QStringList{u"code "_s} << true;
    QTest::newRow("same again") << u"(\\d+ab)-\\1"_s << QStringList{u"ab"_s} << false;
    QTest::newRow("by number") << u"\\x41bc"_s << QStringList{u"bc"_s} << false;
    QTest::newRow("braces") << u"a{b}cd"_s << QStringList{u"a{b}cd"_s} << false;
    QTest::newRow("group in a group") << u"(.(abc)+)d"_s << QStringList{u"abc"_s} << false;
    QTest::newRow("group that is not there") << u"(?!abc)d"_s << QStringList{u"d"_s} << true;
    QTest::newRow("takes and keeps") << u"a++bcd"_s << QStringList{u"bcd"_s} << true;
    for (const QString &unknown : {u"(?x)a b"_s, u"\\Qa*\\E"_s, u"\\x4"_s, u"(?<n>a)\\1bc"_s, u"(*ACCEPT)abc"_s,
             u"abc(?#)))d"_s, u"(?(1)a|b)cd"_s, u"abc(?1)()"_s, u"\\N{U+41}bc"_s, u"[\\c]]abc"_s, u"a{,2}cd"_s})
        QTest::newRow(qPrintable(unknown)) << unknown << QStringList() << true;
}

void ExpressionTest::seesLiterals()
{
    QFETCH(const QString, expression);
    const ExpressionTraits traits = traitsOf(expression);
    QTEST(traits.literals, "literals");
    QTEST(traits.looksAround, "looksAround");
}

/// Expressions put together by chance, many of them without sense, against what they match.
void ExpressionTest::losesNoMatch()
{
    static const std::array Pieces{u"a"_s, u"b"_s, u"c"_s, u"K"_s, u"S"_s, u" "_s, u"1"_s, u":"_s, u"ab"_s, u"{"_s,
        u"}"_s, u"{2}"_s, u"{0,1}"_s, u"{,2}"_s, u"{ 1, 2 }"_s, u"*"_s, u"+"_s, u"?"_s, u"|"_s, u"("_s, u")"_s,
        u"(?:"_s, u"(?i)"_s, u"(?-i)"_s, u"(?x)"_s, u"(?x: "_s, u"(?s:"_s, u"(?=a"_s, u"(?!b"_s, u"(?<=a"_s, u"(?>"_s,
        u"(?<n>"_s, u"(?#"_s, u"(?|"_s, u"["_s, u"[^"_s, u"]"_s, u"[:digit:]"_s, u"-"_s, u"."_s, u"^"_s, u"$"_s,
        u"\\b"_s, u"\\B"_s, u"\\w"_s, u"\\W"_s, u"\\d"_s, u"\\s"_s, u"\\A"_s, u"\\z"_s, u"\\Q"_s, u"\\E"_s, u"\\1"_s,
        u"\\x61"_s, u"\\x"_s, u"\\c"_s, u"\\]"_s, u"\\["_s, u"\\("_s, u"\\\\"_s, u"\\p{L}"_s, u"\\pL"_s, u"\\R"_s,
        u"\\K"_s, u"\\n"_s, u"#"_s, u"\\1"_s, u"(a|b)"_s, u"(ab|K)"_s, u"(1|S|a)"_s, u"(?i:"_s, u"(?-s)."_s, u"(?-m)"_s,
        u"(?=b)"_s, u"(?<=b)"_s, u"\\Z"_s, u"\\h"_s, u"\\N"_s, u"[a-k]"_s, u"[[:punct:]]"_s, u"ſ"_s, u"{1,}"_s,
        u"{3}"_s, u"++"_s, u"??"_s, u"ä"_s, u"\n"_s, u"(*ACCEPT)"_s, u"(*COMMIT)"_s};
    static const std::array Letters{u"a"_s, u"b"_s, u"c"_s, u"A"_s, u"k"_s, u"\u212a"_s, u"ſ"_s, u"s"_s, u" "_s, u"1"_s,
        u":"_s, u"{"_s, u"}"_s, u"]"_s, u"("_s, u"\\"_s, u"#"_s, u"ä"_s, u"\n"_s, u"\r\n"_s, u"x"_s};
    QRandomGenerator random(20261123);
    const auto made = [&random](const auto &pieces, int most) {
        QString text;
        for (int i = random.bounded(1, most); i > 0; --i)
            text += pieces[static_cast<std::size_t>(random.bounded(int(pieces.size())))];
        return text;
    };
    int literals = 0;
    int choices = 0;
    int free = 0;
    int refused = 0;
    int found = 0;
    for (int round = 0; round < 60'000; ++round) {
        const QString pattern = made(Pieces, 9);
        Expression expression(pattern);
        if (expression.fault())
            continue;
        const ExpressionTraits traits = traitsOf(pattern);
        std::vector<TextNeedle> needles;
        for (const QString &literal : traits.literals)
            needles.emplace_back(literal);
        const QRegularExpression plain(u"(*ANYCRLF)"_s + pattern,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption
                | QRegularExpression::UseUnicodePropertiesOption);
        for (int i = 0; i < 12; ++i) {
            const QString text = made(Letters, 14);
            const auto told = [&] { return qPrintable(u"/%1/ in \"%2\""_s.arg(pattern, text)); };
            const bool matches = plain.match(text).hasMatch();
            QVERIFY2(expression.tryOn(text) == (matches ? Matching::Yes : Matching::No), told());
            if (const auto known = expression.glance(text)) {
                QVERIFY2(known == (matches ? Matching::Yes : Matching::No), told());
                ++(matches ? found : refused);
            }
            if (!matches)
                continue;
            literals += needles.empty() ? 0 : 1;
            choices += needles.size() > 1 ? 1 : 0;
            const auto isIn = [&](const TextNeedle &needle) { return needle.isIn(text); };
            QVERIFY2(needles.empty() || std::ranges::any_of(needles, isIn), told());
            free += traits.looksAround ? 0 : 1;
            const QString longer = u"first: value\n"_s + text + u": "_s + text + u"\nlast"_s;
            QVERIFY2(traits.looksAround || plain.match(longer).hasMatch(), told());
        }
    }
    QVERIFY2(literals > 5'000 && choices > 1'500 && free > 20'000 && refused > 40'000 && found > 15'000,
        qPrintable(u"%1, %2, %3, %4, %5"_s.arg(literals).arg(choices).arg(free).arg(refused).arg(found)));
}

/// What is equal to a letter for the one must be for the other: rows are passed over by it.
void ExpressionTest::foldsLettersAsANeedleDoes()
{
    QString all;
    for (char32_t unit = 1; unit < 0x10000; ++unit) {
        if (!QChar::isSurrogate(unit))
            all += QChar(static_cast<char16_t>(unit));
    }
    for (char16_t letter = u' '; letter <= u'~'; ++letter) {
        const TextNeedle needle{QString(QChar(letter))};
        const QRegularExpression expression(u"(*ANYCRLF)"_s + QRegularExpression::escape(QString(QChar(letter))),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        for (auto found = expression.globalMatch(all); found.hasNext();) {
            const QString unit = found.next().captured();
            QVERIFY2(needle.isIn(unit), qPrintable(u"%1, %2"_s.arg(QChar(letter)).arg(unit)));
        }
    }
}

QTEST_APPLESS_MAIN(ExpressionTest)
#include "tst_expression.moc"

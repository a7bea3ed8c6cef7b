// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The case the program was made for, with mouse and keyboard in the real window: the log is dropped, the row stands
// out, it is explained, one button asks, the answer is printed. In English and in German, and with the hive on which
// the answer is the other one.

#include "gui/desk.h"

#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "events/eventspane.h"
#include "findings/findingslist.h"
#include "looks/badge.h"
#include "reports/words.h"

#include <QApplication>
#include <QLabel>
#include <QProcess>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace evident;

namespace {

const QString Log = QStringLiteral("logs/MAIL01-Application.evt");
const QString Absent = QStringLiteral("hives/MAIL01-SYSTEM-imc-absent");
const QString Present = QStringLiteral("hives/MAIL01-SYSTEM-imc-present");

/// What the paper says, as poppler reads it.
QString textOf(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    return reader.waitForFinished() && reader.exitCode() == 0
        ? QString::fromUtf8(reader.readAllStandardOutput()).simplified()
        : QString();
}

void saveAs(Desk &desk, const QString &path)
{
    QCOMPARE(desk.saveAs(Qt::Key_S, Qt::ControlModifier, path),
        QCoreApplication::translate("ReportPrinting", "Save the Report"));
}

QString cardWords(Desk &desk)
{
    return desk.part<ExplanationPage>().card().findChild<ReadingText *>()->toPlainText();
}

} // namespace

class TestOriginCase final : public QObject {
    Q_OBJECT

private:
    void walk(Desk &desk, const QString &hive, ConclusionKind expected);
    void standsOut(Desk &desk, int row);

private slots:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void harmless();
    void doesNotApply();
    void german();
    void saysWhatToDoWithoutHive();
};

/// A row that an article knows is painted otherwise than one that none knows, and carries its verdict's shape.
void TestOriginCase::standsOut(Desk &desk, int row)
{
    EventsView &view = desk.part<EventsPane>().view();
    const int other = desk.rowWithoutArticle();
    QVERIFY(other >= 0);
    view.clearSelection();
    const auto colors = [&view](int which) {
        const QModelIndex index = view.model()->index(which, std::to_underlying(EventColumn::Description));
        view.scrollTo(index, QAbstractItemView::PositionAtCenter);
        QTest::qWait(50);
        const QImage image = view.viewport()->grab(view.visualRect(index)).toImage();
        QSet<QRgb> found;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found.insert(image.pixel(x, y));
        }
        return std::pair(found, image.pixel(image.width() - 2, image.height() / 2));
    };
    const auto [known, knownGround] = colors(row);
    const auto [unknown, unknownGround] = colors(other);
    const Verdict verdict = Verdict(view.model()->index(row, 0).data(std::to_underlying(EventRole::Verdict)).toInt());
    const QRgb shape = VerdictColors(view.palette()).paint(verdict).shape.rgb();
    QVERIFY(known.contains(shape));
    QVERIFY(!unknown.contains(shape));
    QVERIFY(knownGround != unknownGround);
}

void TestOriginCase::walk(Desk &desk, const QString &hive, ConclusionKind expected)
{
    desk.drop({Desk::demo(Log)});
    QVERIFY(desk.waitUntilRead());
    QVERIFY(desk.part<DetailsPane>().subject()); // the weightiest finding is explained without a click

    const int row = desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC"));
    QVERIFY(row >= 0);
    standsOut(desk, row);
    if (QTest::currentTestFailed())
        return;
    desk.clickRow(row);

    auto &page = desk.part<ExplanationPage>();
    const auto subject = desk.part<DetailsPane>().subject();
    QVERIFY(subject && subject->explanation);
    QCOMPARE(subject->explanation->articleId, QStringLiteral("performance/perflib-1008-msexchangeimc"));
    QCOMPARE(page.title().text(), subject->explanation->title);
    QCOMPARE(page.badge().look().word, verdictText(subject->explanation->verdict));
    QVERIFY(page.text().toPlainText().contains(QStringLiteral("MSExchangeIMC")));
    QVERIFY(page.card().isVisible());

    QTest::qWait(200); // the page lays itself out, in more than one round
    const QPoint reading = page.text().mapToGlobal(QPoint());
    desk.drop({Desk::demo(hive)});
    QTRY_COMPARE(desk.session().hives().size(), 1U);
    desk.click(*page.card().button());
    QVERIFY(desk.waitForCheck());
    QCOMPARE(page.text().mapToGlobal(QPoint()), reading); // the answer moved nothing that is read

    const auto &findings = desk.session().findings();
    const auto finding = std::ranges::find(findings, *subject->finding, &Finding::key);
    QVERIFY(finding != findings.end() && finding->conclusion);
    QCOMPARE(finding->conclusion->kind, expected);
    const CheckResult &answer = finding->checks.back();
    QVERIFY(cardWords(desk).contains(serviceStateText(answer.state)));
    QCOMPARE(page.badge().look().word, conclusionText(expected));

    const QString pdf = desk.scratch(QStringLiteral("answer.pdf"));
    saveAs(desk, pdf);
    QTRY_VERIFY(QFileInfo(pdf).size() > 0);
    const QString paper = textOf(pdf);
    QVERIFY2(paper.contains(subject->explanation->title.simplified()), qPrintable(paper.left(2000)));
    QVERIFY(paper.contains(conclusionText(expected)));
    QVERIFY(paper.contains(QStringLiteral("MAIL01")));
    QVERIFY(paper.contains(serviceStateText(answer.state)));
}

void TestOriginCase::harmless()
{
    Desk desk;
    walk(desk, Absent, ConclusionKind::ConfirmedHarmless);
    QVERIFY(cardWords(desk).contains(QStringLiteral("not installed")));
}

void TestOriginCase::doesNotApply()
{
    Desk desk;
    walk(desk, Present, ConclusionKind::DoesNotApply);
    QVERIFY(cardWords(desk).contains(QStringLiteral("is installed, so")));
}

void TestOriginCase::german()
{
    Desk desk(QStringLiteral("de"));
    walk(desk, Absent, ConclusionKind::ConfirmedHarmless);
    QCOMPARE(conclusionText(ConclusionKind::ConfirmedHarmless), QStringLiteral("Bestätigt harmlos"));
    QVERIFY(cardWords(desk).contains(QStringLiteral("nicht installiert")));
}

void TestOriginCase::saysWhatToDoWithoutHive()
{
    Desk desk;
    desk.drop({Desk::demo(Log)});
    QVERIFY(desk.waitUntilRead());
    desk.clickRow(desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC")));
    QVERIFY(cardWords(desk).contains(QStringLiteral("sc query MSExchangeIMC")));
    QVERIFY(cardWords(desk).contains(QStringLiteral("MAIL01 is asked over the network")));
    desk.click(*desk.part<ExplanationPage>().card().button());
    QVERIFY(desk.waitForCheck());
    const auto *badge = desk.part<ExplanationPage>().card().findChild<Badge *>();
    QTRY_COMPARE(badge->look().word, conclusionText(ConclusionKind::NotConfirmed));
}

QTEST_MAIN(TestOriginCase)
#include "tst_origincase.moc"

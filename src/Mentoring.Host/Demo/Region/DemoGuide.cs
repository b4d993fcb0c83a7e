namespace Mentoring.Host.Demo.Region;

/// <summary>What the terminal says once the demonstration runs.</summary>
internal static class DemoGuide
{
    public static string Text(int port) =>
        $"""

              Откройте http://127.0.0.1:{port}
              Пароль всех учётных записей: {DemoTree.Password}. В системе идёт апрель 2026 года.

              Школа № 3
                s3.curator    куратор: с него удобно начать
                s3.head       директор: допускает в банк, подписывает приказы
                s3.clerk      делопроизводитель: листы ознакомления
                s3.mentor1    наставник, и сама учится у молодого коллеги
                s3.mentee1    наставляемый, молодой учитель физики
                s3.student1   ученик 8 класса; s3.parent1 – его мама
                partner1      наставник с предприятия
                s3.mo, s3.psy, s3.vr, s3.tech, dpo   коллеги куратора; s3.psy работает и в лицее

              Другие организации
                ds5.senior, ds5.head, ds5.mentor     детский сад № 5
                l7.curator, l7.head                  лицей № 7; l7.curator2 – куратор двух школ
                gl.head                              директор малокомплектной школы, он же куратор

              Над организациями
                gorod.imc, gorod.uo   город; lug.imo, lug.oo – Лугодол; tih.ko – Тихобор
                region.op             оператор РНЦ; cnppm.method – методист ЦНППМ; auditor – наблюдатель

              Что попробовать: s3.curator – что требует внимания; s3.head – подписать приказ;
              s3.clerk – отметить ознакомление; region.op – от области до школы.
              Остановить: Ctrl-C. Начать заново: ./run --fresh

            """;
}

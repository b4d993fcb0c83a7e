namespace Mentoring.Host.Demo;

/// <summary>What the terminal says once the demonstration runs.</summary>
internal static class DemoGuide
{
    public static string Text(int port) =>
        $"""

              Откройте http://127.0.0.1:{port}
              Пароль всех учётных записей: {DemoTree.Password}

              s3.curator    куратор школы № 3: с него удобно начать
              s3.head       директор школы № 3: допускает в банк, подписывает приказы
              s3.clerk      делопроизводитель школы № 3
              gorod.imc     методист ИМЦ: показатели школ города
              region.op     оператор РНЦ: показатели области
              ds5.senior    старший воспитатель детского сада № 5
              gl.head       директор малокомплектной школы, он же куратор
              s3.psy        психолог в двух школах: переключатель организаций

              Для начала: войдите как s3.curator и посмотрите, что требует внимания.
              Остановить: Ctrl-C. Начать заново: ./run --fresh

            """;
}

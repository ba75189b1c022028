using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A closed month stays as it was confirmed: what becomes known later is booked on the first open day, and a rebuild says the same.</summary>
public sealed class MaandsluitingTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Tijdvak = "maandsluiting";

    private static Instant Nu => new Moment(SystemClock.Instance).Nu;

    [Fact]
    public async Task Wat_na_de_sluiting_bekend_wordt_staat_op_de_eerste_open_dag_met_zijn_eigen_dag()
    {
        var maand = new LocalDate(Moment.Dag(Nu).Year, Moment.Dag(Nu).Month, 1).PlusMonths(-1);
        var (laatsteDag, eersteOpen) = (maand.PlusMonths(1).PlusDays(-1), maand.PlusMonths(1));
        var (eerder, later) = (Boekhoudhuis.Opdracht(Tijdvak, 5520.00m), Boekhoudhuis.Opdracht(Tijdvak, 1000.00m));
        await huis.Betaald(eerder, laatsteDag, Nu);
        var pad = $"/v1/boekmaanden/{Maand(maand)}";

        Assert.Equal("maand-loopt-nog", (await huis.Post("cor", $"/v1/boekmaanden/{Maand(eersteOpen)}/afsluiting", "{}")).Probleem);
        Assert.Equal("niet-afgesloten", (await huis.BevestigMaand("anna", pad)).Probleem);
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/afsluiting", "{}")).Status);
        Assert.Equal("zelfde-persoon", (await huis.BevestigMaand("cor", pad)).Probleem);
        Assert.Equal(403, (await huis.BevestigMaand("fien", pad)).Status);
        var eerst = await Gezien();
        var tussendoor = Boekhoudhuis.Opdracht(Tijdvak, 25.00m);
        await huis.Betaald(tussendoor, laatsteDag, Nu);
        Assert.Equal("intussen-geboekt", (await huis.BevestigMaand("anna", pad)).Probleem);
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/afsluiting", "{}")).Status);
        // What was looked at is no longer what is closed; and what was not looked at is not confirmed.
        Assert.Equal("andere-afsluiting", (await huis.Post("anna", $"{pad}/bevestiging", eerst)).Probleem);
        Assert.Equal("onleesbaar", (await huis.Post("anna", $"{pad}/bevestiging", "{}")).Probleem);
        // Two who confirm at once: it is closed once.
        var gezien = await Gezien();
        var tegelijk = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => huis.Post("anna", $"{pad}/bevestiging", gezien)));
        Assert.Single(tegelijk, a => a.Status == 200);
        Assert.All(tegelijk.Where(a => a.Status != 200), a => Assert.Equal("al-gesloten", a.Probleem));

        await huis.Betaald(later, laatsteDag, Nu);

        Assert.Equal($"{Dag(laatsteDag)} -", await Bankregel(eerder.Zaaknummer));
        Assert.Equal($"{Dag(laatsteDag)} -", await Bankregel(tussendoor.Zaaknummer));
        Assert.Equal($"{Dag(eersteOpen)} {Dag(laatsteDag)}", await Bankregel(later.Zaaknummer));
        var maanden = (await huis.Haal("fien", "/v1/boekmaanden")).Inhoud.EnumerateArray().ToList();
        Assert.Equal((Maand(maand), "anna"), (Assert.Single(maanden).Veld("maand"), maanden[0].Veld("bevestigdDoor")));

        var herbouwd = await huis.Herbouw();
        Assert.Equal((1L, 0L), Geteld("betalingen.maandsluiting"));
        Assert.Equal((12L, 0L), Geteld("betalingen.grootboek"));
        (long, long) Geteld(string model) => (herbouwd[model].Rijen, herbouwd[model].Verschillen);

        var geweigerd = await Assert.ThrowsAsync<PostgresException>(() => huis.Vraag(Nabootsing(laatsteDag)));
        Assert.Equal(PostgresErrorCodes.SerializationFailure, geweigerd.SqlState);
        foreach (
            var sql in (string[])
                [
                    "delete from betalingen.maandsluiting",
                    "update betalingen.maandsluiting set regels = 0",
                    "truncate betalingen.maandsluiting",
                ]
        )
        {
            await Assert.ThrowsAsync<PostgresException>(() => huis.Vraag(sql));
        }
    }

    /// <summary>What confirms the one month that was closed, as it is closed now.</summary>
    private async Task<string> Gezien() =>
        $$"""{"hash":"{{Assert.Single((await huis.Haal("anna", "/v1/boekmaanden")).Inhoud.EnumerateArray()).Veld("hash")}}"}""";

    /// <summary>The day of booking, and that of the event where it is another.</summary>
    private async Task<string> Bankregel(string zaaknummer) =>
        Assert.Single(
            await huis.Vraag(
                $"""
                select boekdatum::text || ' ' || coalesce(gebeurtenisdag::text, '-') from betalingen.grootboek
                where zaaknummer = '{zaaknummer}' and rekening = 'bank'
                """
            )
        );

    /// <summary>A booking as if it had been decided before the month was closed.</summary>
    private static string Nabootsing(LocalDate dag) =>
        $"""
            insert into betalingen.grootboek (id, boeking, regel, stroom, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, op)
            select gen_random_uuid(), b, r, 's', 'z', 't', 'v', 'bank', case r when 1 then 1 else 0 end, case r when 1 then 0 else 1 end, '{Dag(
                dag
            )}', now()
            from gen_random_uuid() b, generate_series(1, 2) r
            """;

    private static string Maand(LocalDate dag) => YearMonthPattern.Iso.Format(dag.ToYearMonth());

    private static string Dag(LocalDate dag) => LocalDatePattern.Iso.Format(dag);
}

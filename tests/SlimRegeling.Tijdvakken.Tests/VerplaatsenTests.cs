using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Beheer;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What one window left goes to another of the same calendar year (2.7, third paragraph), to the cent.</summary>
public sealed class VerplaatsenTests
{
    private const string Rianne = "rianne";
    private const string Rob = "rob";
    private static readonly Regelstanden Regels = new([]);
    private static readonly Instant Nu = Gegeven.Daarna;
    private static readonly Geldstand Over = new(60_000, false, Gegeven.Sluit);
    private static readonly Tijdvak Van = Gerangschikt(Gegeven.Tijdvak(100_000)) with { Id = "2026-04-mkb" };
    private static readonly Tijdvak Naar = Gegeven.Tijdvak(50_000) with { Id = "2026-08-mkb" };

    private static readonly Gen<(int Van, int Naar, int Centen)> Zet = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[1, 3_000_000]);

    [Fact]
    public void What_is_over_goes_to_the_other_window_and_both_say_so()
    {
        var (naar, van) = Teken(Van, Over, Naar, 40_000);
        Assert.Equal(90_000, Naar.Apply(Verplaatst(naar)).Plafond);
        Assert.Equal(60_000, Van.Apply(Verplaatst(van)).Plafond);
        Assert.Equal(("2026-04-mkb", "2026-08-mkb", 40_000m), (Verplaatst(van).Van, Verplaatst(van).Naar, Verplaatst(van).Bedrag));
        Assert.Equal([Rianne, Rob], Verplaatst(van).Ondertekenaars);
    }

    [Fact]
    public void Not_a_cent_more_than_what_is_over()
    {
        Assert.Null(Teken(Van, Over, Naar, 40_000).Naar.Weigering);
        Assert.Equal("te-weinig-over", Teken(Van, Over, Naar, 40_000.01m).Naar.Weigering?.Code);
    }

    [Fact]
    public void Only_of_a_window_that_is_closed_with_its_order_made_and_where_nobody_waits()
    {
        Assert.Equal("tijdvak-open", Code(Van, Over, Naar, Gegeven.Sluit - Duration.Epsilon));
        Assert.Null(Code(Van, Over, Naar, Gegeven.Sluit));
        Assert.Equal("aanvragen-wachten", Code(Van, Over with { Wacht = true }, Naar));
        Assert.Equal("aanvragen-wachten", Code(Van with { Rangorde = null }, Over, Naar));
        var binnenkomst = Van with { Volgorde = Volgorde.Binnenkomst, Rangorde = null };
        Assert.Null(Code(binnenkomst, Over, Naar));
        Assert.Equal("aanvragen-wachten", Code(binnenkomst, Over with { GehoordTot = Gegeven.Sluit - Duration.Epsilon }, Naar));
    }

    [Fact]
    public void Not_to_a_window_where_nobody_can_get_it()
    {
        var gesloten = Naar.Apply(new WachtlijstGesloten([Rianne, Rob], new(Guid.Empty, "hash"), Nu));
        Assert.Equal("wachtlijst-gesloten", Code(Van, Over, gesloten));
    }

    [Fact]
    public void Money_stays_in_its_calendar_year_by_the_calendar_of_Amsterdam()
    {
        // Half past eleven at night in UTC on New Year's Eve is half past twelve in Amsterdam.
        var januari = Naar with
        {
            Opent = Instant.FromUtc(2026, 12, 31, 23, 30),
        };
        Assert.Equal("van", Assert.Single(Beslis(Van, januari).Weigering!.Fouten).Veld);
        Assert.Empty(Beslis(Van, Naar with { Opent = Instant.FromUtc(2026, 12, 31, 22, 30) }).Weigering?.Fouten ?? []);
        Assert.Equal("van", Assert.Single(Beslis(null, Naar).Weigering!.Fouten).Veld);
        Assert.Equal("van", Assert.Single(Beslis(Naar, Naar).Weigering!.Fouten).Veld);
    }

    [Fact]
    public void Moving_never_makes_or_loses_a_cent_and_no_ceiling_goes_below_what_is_reserved() =>
        (
            from plafonds in Gen.Int[0, 2_000_000].Array[6]
            from gebruikt in Gen.Int[0, 100].Array[6]
            from zetten in Zet.Array[0, 40]
            select (plafonds, gebruikt, zetten)
        ).Sample(x =>
        {
            var jaar = x.plafonds.Select((p, i) => Van with { Id = $"t{i}", Plafond = p / 100m }).ToArray();
            var geld = jaar.Select((t, i) => Over with { Gereserveerd = Math.Floor(t.Plafond * x.gebruikt[i]) / 100m }).ToArray();
            var som = jaar.Sum(t => t.Plafond);
            foreach (var (van, naar, centen) in x.zetten.Where(z => z.Van != z.Naar))
            {
                var over = jaar[van].Plafond - geld[van].Gereserveerd;
                var (erbij, eraf) = Teken(jaar[van], geld[van], jaar[naar], centen / 100m);
                if ((erbij.Weigering is null) != (centen / 100m <= over))
                {
                    return false;
                }
                if (erbij.Weigering is null)
                {
                    jaar[naar] = jaar[naar].Apply(Verplaatst(erbij));
                    jaar[van] = jaar[van].Apply(Verplaatst(eraf));
                }
            }
            return jaar.Sum(t => t.Plafond) == som && jaar.Zip(geld).All(p => p.First.Plafond >= p.Second.Gereserveerd);
        });

    private static Tijdvak Gerangschikt(Tijdvak tijdvak) =>
        tijdvak.Apply(LijstVastleggen.Stel([], Nu)).Apply(new Gerangschikt([], 0, null, null, Nu));

    private static BudgetVerplaatst Verplaatst(Beslissing beslissing) =>
        Assert.IsType<BudgetVerplaatst>(Assert.Single(beslissing.Gebeurtenissen));

    private static Beslissing Beslis(Tijdvak? van, Tijdvak naar, Instant? nu = null) =>
        Verplaatsen.Beslis(new(), van, Over, naar, new("2026-04-mkb", 1_000, "Stcrt. 2026, 9"), Rianne, nu ?? Nu);

    private static string? Code(Tijdvak van, Geldstand geld, Tijdvak naar, Instant? nu = null) =>
        Teken(van, geld, naar, 1_000, nu).Naar.Weigering?.Code;

    private static (Beslissing Naar, Beslissing Van) Teken(Tijdvak van, Geldstand geld, Tijdvak naar, decimal bedrag, Instant? nu = null) =>
        Verplaatsen.Bekrachtig(
            van,
            geld,
            naar,
            new(1, "hash", van.Id, bedrag, "Stcrt. 2026, 9", Rianne, Nu - Duration.FromHours(1)),
            Rob,
            Regels,
            nu ?? Nu
        );
}

using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Pages.Werkblad;

namespace SlimRegeling.Web.Tests;

/// <summary>What several parts of the program tell of a case, as one list.</summary>
public sealed class VerloopTests
{
    private static readonly DateTimeOffset Begin = new(2026, 6, 15, 8, 0, 0, TimeSpan.Zero);

    private static readonly Verloopstap[] Aanvraag =
    [
        Stap(0, "Aanvraag ingediend", "ondernemer"),
        Stap(2, "Voorstel teruggezonden", "systeem") with
        {
            Bij = "verlening",
        },
        Stap(3, "Subsidie vastgesteld", "systeem") with
        {
            Bij = "vaststelling",
        },
    ];

    private static readonly Verloopstap[] Verlening =
    [
        Stap(1, "Voorstel ligt klaar om te ondertekenen", "systeem"),
        Stap(2, "Voorstel teruggezonden", "mila"),
    ];

    [Fact]
    public void What_each_did_stands_in_order_of_time_and_once()
    {
        var beeld = Verlooplezer.Van(Aanvraag, Verlening, [Stap(3, "Subsidie vastgesteld", "dora")]);

        Assert.Empty(beeld.Ontbreekt);
        Assert.Equal(
            [
                ("Aanvraag ingediend", "ondernemer"),
                ("Voorstel ligt klaar om te ondertekenen", "Automatisch"),
                ("Voorstel teruggezonden", "mila"),
                ("Subsidie vastgesteld", "dora"),
            ],
            beeld.Stappen.Select(s => (s.Titel, s.Door))
        );
    }

    [Fact]
    public void Of_who_does_not_answer_it_is_said_and_what_others_heard_of_it_stays()
    {
        var beeld = Verlooplezer.Van(Aanvraag, null, []);

        Assert.Equal(["het besluit en de bezwaren"], beeld.Ontbreekt);
        Assert.Equal(
            [("Aanvraag ingediend", "ondernemer"), ("Voorstel teruggezonden", "Nu niet te zien")],
            beeld.Stappen.Select(s => (s.Titel, s.Door))
        );
        Assert.Equal(["het besluit en de bezwaren", "de vaststelling"], Verlooplezer.Van(Aanvraag, null, null).Ontbreekt);
    }

    [Fact]
    public void A_decision_is_of_all_who_signed_and_the_reader_is_u()
    {
        var stap = Stap(4, "Subsidie verleend", "mila");

        Assert.Equal("Mila", stap.DoorMetNamen(Naam));
        Assert.Equal("u en Mila", (stap with { Ondertekenaars = ["bea", "mila"] }).DoorMetNamen(Naam));
        Assert.Equal("u, Mila en dora", (stap with { Ondertekenaars = ["bea", "mila", "dora"] }).DoorMetNamen(Naam));
        Assert.Equal("Automatisch", Stap(5, "Budget gereserveerd", "systeem").DoorMetNamen(Naam));
        Assert.Equal(
            "ondernemer, namens KVK 11111111",
            (Stap(6, "Bezwaar ontvangen", "ondernemer") with { Namens = "11111111" }).DoorMetNamen(Naam)
        );

        static string Naam(string wie) =>
            wie switch
            {
                "bea" => "u",
                "mila" => "Mila",
                _ => wie,
            };
    }

    [Fact]
    public void Looks_of_one_person_on_one_day_are_one_line_whoever_tells_of_them()
    {
        ZaakinzagenTonenLijst een = new()
        {
            Regels = [Gezien("aanvragen", 0, "bea", 2), Gezien("verlening", 0, "bea", 1), Gezien("aanvragen", 2, "mila", 1)],
            Eerder = Dag(5),
        };
        // The same context answers at two addresses.
        ZaakinzagenTonenLijst twee = new() { Regels = [Gezien("verlening", 0, "bea", 1), Gezien("dossiers", 1, "dora", 4)] };

        var (dagen, eerder) = InzagenModel.Samen([een, twee], 2);

        Assert.Equal([(Dag(0), "bea", 3), (Dag(1), "dora", 4)], dagen.Select(d => (d.Dag, d.Wie, d.Aantal)));
        Assert.Equal(["aanvragen-stuk", "verlening-stuk"], dagen[0].Wat);
        Assert.Equal(Dag(2), eerder);
        Assert.Null(InzagenModel.Samen([twee], 2).Eerder);
    }

    [Fact]
    public void No_line_ends_inside_an_amount()
    {
        Assert.Equal("omzet €\u00a01.500.000,00, balans €\u00a08,00", Weergave.Bijeen("omzet € 1.500.000,00, balans € 8,00"));
        Assert.Null(Weergave.Bijeen(null));
    }

    [Theory]
    [InlineData(0, "10.00 uur")]
    [InlineData(125, "10.00 tot 12.05 uur")]
    public void When_somebody_looked_is_said_by_the_clock_in_Amsterdam(int minuten, string verwacht) =>
        Assert.Equal(verwacht, Weergave.Tijden(Begin, Begin.AddMinutes(minuten)));

    private static Verloopstap Stap(int dagen, string titel, string wie) => new(dagen + 1, Begin.AddDays(dagen), "stap", titel, wie);

    private static DateOnly Dag(int geleden) => new DateOnly(2026, 6, 15).AddDays(-geleden);

    private static ZaakinzagenTonenRegel Gezien(string context, int dagenGeleden, string wie, int aantal) =>
        new()
        {
            Context = context,
            Dag = Dag(dagenGeleden),
            Wie = wie,
            Rollen = ["beoordelaar"],
            Wat = [$"{context}-stuk"],
            Aantal = aantal,
            Eerst = Begin.AddDays(-dagenGeleden),
            Laatst = Begin.AddDays(-dagenGeleden).AddHours(1),
        };
}

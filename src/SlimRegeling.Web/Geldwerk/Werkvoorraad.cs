using NodaTime;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>A heap of work on the first page for finance.</summary>
/// <param name="Pad">Where the work is done.</param>
/// <param name="Bovenaan">What comes first of it, in words; none when there is none.</param>
public sealed record Stapel(string Naam, int Aantal, string Pad, IReadOnlyList<Cel> Bovenaan);

/// <summary>All work for finance, read at once.</summary>
public sealed record Werkvoorraad(
    IReadOnlyList<Betaalopdracht> Opdrachten,
    IReadOnlyList<Rekeningbeeld> Rekeningen,
    IReadOnlyList<Rondebeeld> Rondes,
    IReadOnlyList<Bankregelbeeld> Bankregels,
    Bankaansluiting Bank,
    IReadOnlyList<Vorderingbeeld> Vorderingen,
    IReadOnlyList<Boekmaand> Maanden,
    IReadOnlyList<Tegenboeking> Tegenboekingen,
    Steunwerk Steun,
    LocalDate Vandaag
)
{
    // More stands on the page of the work itself.
    private const int Getoond = 5;

    public static async Task<Werkvoorraad> Lees(BetalingenApi api, SteunregisterApi register, LocalDate vandaag, CancellationToken ct)
    {
        var opdrachten = api.Lees<IReadOnlyList<Betaalopdracht>>("betaalopdrachten?open=true", ct);
        var rekeningen = api.Lees<IReadOnlyList<Rekeningbeeld>>("rekeningen", ct);
        var rondes = api.Lees<IReadOnlyList<Rondebeeld>>("betaalrondes", ct);
        var bankregels = api.Lees<IReadOnlyList<Bankregelbeeld>>("bankregels", ct);
        var bank = api.Lees<Bankaansluiting>("bankaansluiting", ct);
        var vorderingen = api.Lees<IReadOnlyList<Vorderingbeeld>>("vorderingen", ct);
        var maanden = api.Lees<IReadOnlyList<Boekmaand>>("boekmaanden", ct);
        var tegenboekingen = api.Lees<IReadOnlyList<Tegenboeking>>("grootboek/tegenboekingen", ct);
        var steun = register.Lees<Steunwerk>("steunregister/werk?aantal=5", ct);
        await Task.WhenAll(opdrachten, rekeningen, rondes, bankregels, bank, vorderingen, maanden, tegenboekingen, steun);
        return new(
            await opdrachten,
            await rekeningen,
            await rondes,
            await bankregels,
            await bank,
            await vorderingen,
            await maanden,
            await tegenboekingen,
            await steun,
            vandaag
        );
    }

    /// <summary>In the order in which it is best done.</summary>
    public IReadOnlyList<Stapel> Stapels
    {
        get
        {
            List<Betaalopdracht> wacht = [.. Opdrachten.Where(o => o is { Open: true, Aangehouden: true })];
            return
            [
                Van("Rekeningen te controleren", Rekeningen.Where(r => r.TeControleren), "/geld/rekeningen", Rekening),
                Van("Wacht op een gewijzigde rekening", wacht.Where(o => o.WachtOpRekening is not null), Wachtpad, Opdracht),
                Van("Wacht op een bezwaar", Met(wacht, "bezwaar"), Wachtpad, Opdracht),
                Van("Wacht op een beslag", Met(wacht, "beslag"), Wachtpad, Opdracht),
                Van("Wacht op een naam die een bank kan lezen", Met(wacht, "naam"), Wachtpad, Opdracht),
                Van(
                    "Door de bank geweigerd of teruggestuurd",
                    Opdrachten.Where(o => o is { Open: true, Teruggegeven: not null }),
                    "/geld/betalingen?stand=terug",
                    Opdracht
                ),
                Van("Betalingen die nu kunnen", Opdrachten.Where(o => o.Betaalbaar), "/geld/rondes", Opdracht),
                Van(
                    "Rondes te accorderen",
                    Rondes.Where(r => r.Status == "voorgesteld"),
                    "/geld/rondes",
                    r => new(r.Ronde, $"/geld/rondes/{r.Ronde}", $"{Weergave.Bedrag(r.Totaal)}, {r.Standtekst}")
                ),
                Van(
                    "Regels van afschriften die bij niets horen",
                    Bankregels,
                    "/geld/bankregels",
                    r => new(Weergave.Bedrag(r.Bedrag), $"/geld/bankregels/{r.Bankregel}", $"{r.Standtekst}, {Weergave.Dag(r.Boekdatum)}")
                ),
                Van(
                    "Afschriften waarvoor er een ontbreekt",
                    Bank.Gaten,
                    "/geld/afschriften",
                    g => new(g.Kenmerk, $"/geld/afschriften/{g.Afschrift}", g.Uitleg)
                ),
                Van(
                    "Verschil tussen de bank en het grootboek",
                    Bank.Verschil == 0 ? [] : (decimal[])[Bank.Verschil],
                    "/geld/afschriften",
                    verschil => new(Weergave.Bedrag(verschil), Uitleg: "Vraag de beheerder om dit uit te zoeken.")
                ),
                Van(
                    "Vorderingen",
                    Vorderingen.Where(v => v.Open.Totaal > 0 || v.Voorstel is not null),
                    "/geld/vorderingen",
                    v => new(v.Vordering, $"/geld/vorderingen/{v.Vordering}", v.Volgende)
                ),
                Van(
                    "Tegenboekingen te ondertekenen",
                    Tegenboekingen,
                    "/geld/grootboek",
                    t =>
                        new(
                            t.Zaaknummer.Length > 0 ? t.Zaaknummer : "Boeking zonder zaak",
                            $"/geld/grootboek/boekingen/{t.Boeking}",
                            Weergave.DagEnTijd(t.VoorgesteldOp)
                        )
                ),
                Van(
                    "Maanden te sluiten of te bevestigen",
                    Boekmaanden.TeBevestigen(Maanden).Select(m => m.Maand).Union(TeSluiten),
                    "/geld/grootboek/maanden",
                    m => new(Boekmaanden.Naam(m))
                ),
                new(
                    Steun.TeLaat > 0
                        ? $"Steun nog niet in het centrale register, waarvan {Weergave.Getal(Steun.TeLaat)} te laat"
                        : "Steun nog niet in het centrale register",
                    Steun.Open,
                    "/geld/steunregister",
                    [.. Steun.Regels.Take(Getoond).Select(r => new Cel(r.Kenmerk, null, $"uiterlijk {Weergave.Dag(r.Uiterlijk)}, {r.Nog}"))]
                ),
            ];
        }
    }

    private const string Wachtpad = "/geld/betalingen?stand=wacht";

    private IEnumerable<string> TeSluiten => Boekmaanden.TeSluiten(Maanden, Vandaag) is { } maand ? [maand] : [];

    private static IEnumerable<Betaalopdracht> Met(IEnumerable<Betaalopdracht> opdrachten, string grond) =>
        opdrachten.Where(o => (o.Aanhoudingen ?? []).Any(a => a.Grond == grond));

    private static Cel Opdracht(Betaalopdracht o) =>
        new(
            o.Id,
            $"/geld/betalingen/{o.Id}",
            $"{Weergave.Bedrag(o.Bedrag)} aan KVK {o.KvkNummer}",
            string.Join("; ", o.WachtOp) is { Length: > 0 } op ? op : null
        );

    private static Cel Rekening(Rekeningbeeld r) =>
        new(
            $"KVK {r.KvkNummer}",
            $"/geld/rekeningen/{r.KvkNummer}",
            Geldwoorden.Naamcontrole(r.Naamcontrole),
            $"wacht: {Weergave.Bedrag(r.Wachtend)}"
        );

    private static Stapel Van<T>(string naam, IEnumerable<T> werk, string pad, Func<T, Cel> cel)
    {
        var alles = werk.ToList();
        return new(naam, alles.Count, pad, [.. alles.Take(Getoond).Select(cel)]);
    }
}

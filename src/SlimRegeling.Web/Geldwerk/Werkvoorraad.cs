using NodaTime;

namespace SlimRegeling.Web.Geldwerk;

/// <summary>A heap of work on the first page for finance.</summary>
/// <param name="Pad">Where the work is done.</param>
/// <param name="Bovenaan">What comes first of it, in words; none when there is none.</param>
public sealed record Stapel(string Naam, int Aantal, string Pad, IReadOnlyList<Cel> Bovenaan);

/// <summary>How much there is on orders, rounds and claims, and what comes first of it.</summary>
public sealed record Geldwerkbeeld(
    IReadOnlyList<Opdrachtstapel> Opdrachten,
    int Rondes,
    IReadOnlyList<Rondebeeld> EersteRondes,
    int Vorderingen,
    IReadOnlyList<Vorderingregel> EersteVorderingen
);

/// <param name="Stand">wacht-op-rekening, wacht-op-bezwaar, wacht-op-beslag, wacht-op-hervatting, wacht-op-naam, terug or betaalbaar.</param>
public sealed record Opdrachtstapel(string Stand, int Aantal, decimal Totaal, IReadOnlyList<Betaalopdracht> Eerste);

/// <param name="Volgende">What to do now, in words.</param>
public sealed record Vorderingregel(string Vordering, string Volgende);

/// <summary>All work for finance, read at once.</summary>
public sealed record Werkvoorraad(
    Geldwerkbeeld Werk,
    IReadOnlyList<Rekeningbeeld> Rekeningen,
    IReadOnlyList<Bankregelbeeld> Bankregels,
    Bankaansluiting Bank,
    IReadOnlyList<Vorderingbeeld> Verjarend,
    IReadOnlyList<Termijnbeeld> Termijnen,
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
        var werk = api.Lees<Geldwerkbeeld>("geldwerk", ct);
        var rekeningen = api.Lees<IReadOnlyList<Rekeningbeeld>>("rekeningen", ct);
        var bankregels = api.Lees<IReadOnlyList<Bankregelbeeld>>("bankregels", ct);
        var bank = api.Lees<Bankaansluiting>("bankaansluiting", ct);
        var verjarend = api.Lees<IReadOnlyList<Vorderingbeeld>>("vorderingen?verjaartBinnenkort=true", ct);
        var termijnen = api.Lees<IReadOnlyList<Termijnbeeld>>("betaaltermijnen", ct);
        var maanden = api.Lees<IReadOnlyList<Boekmaand>>("boekmaanden", ct);
        var tegenboekingen = api.Lees<IReadOnlyList<Tegenboeking>>("grootboek/tegenboekingen", ct);
        var steun = register.Lees<Steunwerk>("steunregister/werk?aantal=5", ct);
        await Task.WhenAll(werk, rekeningen, bankregels, bank, verjarend, termijnen, maanden, tegenboekingen, steun);
        return new(
            await werk,
            await rekeningen,
            await bankregels,
            await bank,
            await verjarend,
            await termijnen,
            await maanden,
            await tegenboekingen,
            await steun,
            vandaag
        );
    }

    /// <summary>In the order in which it is best done.</summary>
    public IReadOnlyList<Stapel> Stapels =>
        [
            Van("Betalingen waarvan de laatste dag voorbij is", Bij(Termijnbeeld.TeLaat), Termijnpad, Termijn),
            Van("Betalingen waarvan de laatste dag nadert", Bij(Termijnbeeld.Nadert), Termijnpad, Termijn),
            Van("Rekeningen te controleren", Rekeningen.Where(r => r.TeControleren), "/geld/rekeningen", Rekening),
            Met("wacht-op-rekening", "Wacht op een gewijzigde rekening", Wachtpad),
            Met("wacht-op-bezwaar", "Wacht op een bezwaar", Wachtpad),
            Met("wacht-op-beslag", "Wacht op een beslag", Wachtpad),
            Met("wacht-op-hervatting", "Opgeschort om een voornemen tot intrekking", Wachtpad),
            Met("wacht-op-naam", "Wacht op een naam die een bank kan lezen", Wachtpad),
            Met("terug", "Door de bank geweigerd of teruggestuurd", "/geld/betalingen?stand=terug"),
            Met("betaalbaar", "Betalingen die nu kunnen", "/geld/rondes"),
            new(
                "Rondes te accorderen",
                Werk.Rondes,
                "/geld/rondes",
                [
                    .. Werk.EersteRondes.Select(r => new Cel(
                        r.Ronde,
                        $"/geld/rondes/{r.Ronde}",
                        $"{Weergave.Bedrag(r.Totaal)}, {r.Standtekst}"
                    )),
                ]
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
                g => new(g.Kenmerk, $"/geld/afschriften/{g.Afschrift}", g.Kort)
            ),
            Van(
                "Verschil tussen de bank en het grootboek",
                Bank.Verschil == 0 ? [] : (decimal[])[Bank.Verschil],
                "/geld/afschriften",
                verschil => new(Weergave.Bedrag(verschil), Uitleg: "Vraag de beheerder om dit uit te zoeken.")
            ),
            new(
                "Vorderingen",
                Werk.Vorderingen,
                "/geld/vorderingen",
                [.. Werk.EersteVorderingen.Select(v => new Cel(v.Vordering, $"/geld/vorderingen/{v.Vordering}", v.Volgende))]
            ),
            Van(
                "Vorderingen die bijna verjaren",
                Verjarend,
                "/geld/vorderingen?verjaart=true",
                v => new(v.Vordering, $"/geld/vorderingen/{v.Vordering}", v.Verjaart is { } dag ? $"verjaart na {Weergave.Dag(dag)}" : null)
            ),
            Van(
                "Rente die wij verschuldigd zijn",
                Termijnen.Where(t => t.Voorstel is not null || t.Stand is not (Termijnbeeld.TeLaat or Termijnbeeld.Nadert)),
                Termijnpad,
                Termijn
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
                Steun.Dringend is { } dringend
                    ? $"Steun nog niet in het centrale register, waarvan {dringend}"
                    : "Steun nog niet in het centrale register",
                Steun.Open,
                "/geld/steunregister",
                [.. Steun.Regels.Take(Getoond).Select(r => new Cel(r.Kenmerk, null, $"uiterlijk {Weergave.Dag(r.Uiterlijk)}, {r.Nog}"))]
            ),
        ];

    private const string Wachtpad = "/geld/betalingen?stand=wacht";

    private const string Termijnpad = "/geld/termijnen";

    private IEnumerable<string> TeSluiten => Boekmaanden.TeSluiten(Maanden, Vandaag) is { } maand ? [maand] : [];

    private IEnumerable<Termijnbeeld> Bij(string stand) => Termijnen.Where(t => t.Stand == stand);

    private Stapel Met(string stand, string naam, string pad) =>
        Werk.Opdrachten.FirstOrDefault(o => o.Stand == stand) is { } stapel
            ? new(naam, stapel.Aantal, pad, [.. stapel.Eerste.Select(Opdracht)])
            : new(naam, 0, pad, []);

    private static Cel Opdracht(Betaalopdracht o) =>
        new(
            o.Id,
            $"/geld/betalingen/{o.Id}",
            $"{Weergave.Bedrag(o.Bedrag)} aan KVK {o.KvkNummer}",
            string.Join("; ", o.WachtOp) is { Length: > 0 } op ? op : null
        );

    private static Cel Termijn(Termijnbeeld t) =>
        new(
            t.Betaalopdracht,
            $"/geld/betalingen/{t.Betaalopdracht}",
            $"{Weergave.Bedrag(t.Bedrag)}{(t.Uiterlijk is { } dag ? $", uiterlijk {Weergave.Dag(dag)}" : "")}",
            t.Dagen
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

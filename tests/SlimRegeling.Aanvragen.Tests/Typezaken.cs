using System.Globalization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>The example cases of the three applicant types, with the amounts that were derived by hand.</summary>
internal static class Typezaken
{
    public const string Hoofd = "30000001";
    public const string Tweede = "30000002";
    public const string Branche = "30000003";
    public const string School = "30000004";

    private static readonly Activiteitenplan Plan = new("doelen", "aanpak", "resultaten", "evaluatie");
    private static readonly DeMinimisverklaring Geen = new(Steunsoort.Geen);
    private static readonly Rekening Rekening = new("NL91ABNA0417164300");

    public static readonly Aanvraagtijdvak Mkb2024 = Van("2024-03-mkb");
    public static readonly Aanvraagtijdvak Najaar2024 = Van("2024-09-mkb");
    public static readonly Aanvraagtijdvak Swv2025 = Van("2025-06-swv");
    public static readonly Aanvraagtijdvak Groot2024 = Van("2024-06-groot");

    /// <summary>Klein: adviser 40 h at 150.00, own 100 h at 31.68, other 1,432.00: 10,000.00.</summary>
    public static readonly Formulier Declaratie = new(
        new Ondernemingsgegevens(12.0m, 1_500_000.00m, 800_000.00m, ["4321"]),
        [
            new Activiteitgegevens("A", ExterneUren: [new ExterneUrenregel(40m, 150.00m)]),
            new Activiteitgegevens("C", EigenUren: [new EigenUrenregel(100m, 41_280.00m)], OverigeExterneKosten: 1_432.00m),
        ],
        Plan,
        new Verklaringen(true, Geen, true),
        Rekening
    );

    /// <summary>Two firms, a trade association and a school: 80,000.00 / 50,000.00 / 40,000.00 / 30,000.00.</summary>
    public static readonly Formulier Samenwerking = new(
        Activiteiten: [new Activiteitgegevens("C", OverigeExterneKosten: 200_000.00m)],
        Plan: Plan,
        Verklaringen: new Verklaringen(Waarheid: true),
        Rekening: Rekening,
        Partijen:
        [
            Firma(Hoofd, 80_000.00m) with
            {
                Rol = Deelnemergegevens.Hoofdaanvrager,
                VerbondenMet = ["39999999"],
            },
            Firma(Tweede, 50_000.00m),
            Ander(Branche, Partijsoort.Brancheorganisatie, 40_000.00m),
            Ander(School, Partijsoort.Onderwijsinstelling, 30_000.00m),
        ]
    );

    /// <summary>SBI 5510, 300 fte: adviser 500 h at 130.00, own 1,000 h at 31.68.</summary>
    public static readonly Formulier Hotel = new(
        new Ondernemingsgegevens(300m, 60_000_000.00m, 50_000_000.00m, ["5510"]),
        [
            new Activiteitgegevens(
                "C",
                EigenUren: [new EigenUrenregel(1_000m, 41_280.00m)],
                ExterneUren: [new ExterneUrenregel(500m, 130.00m)]
            ),
        ],
        Plan,
        new Verklaringen(DeMinimis: Geen, Waarheid: true),
        Rekening
    );

    public static Partijgegevens Firma(string kvkNummer, decimal aandeel) =>
        new()
        {
            KvkNummer = kvkNummer,
            Rol = Deelnemergegevens.Partij,
            Type = Partijsoort.MkbOnderneming,
            AandeelKosten = aandeel,
            WerkzamePersonen = 30m,
            Jaaromzet = 4_000_000.00m,
            Balanstotaal = 2_000_000.00m,
            SbiCodes = ["4321"],
            Verklaringen = new Partijverklaringen(true, Geen),
        };

    public static Partijgegevens Ander(string kvkNummer, string soort, decimal aandeel) =>
        new()
        {
            KvkNummer = kvkNummer,
            Rol = Deelnemergegevens.Partij,
            Type = soort,
            AandeelKosten = aandeel,
            Verklaringen = new Partijverklaringen(DeMinimis: Geen),
        };

    /// <summary>The form with one party changed.</summary>
    public static Formulier Met(this Formulier formulier, int partij, Func<Partijgegevens, Partijgegevens> wijzig) =>
        formulier with
        {
            Partijen = [.. formulier.Partijen!.Select((p, i) => i == partij ? wijzig(p) : p)],
        };

    public static Concept Concept(Aanvraagtijdvak tijdvak, Formulier formulier, string kvkNummer = KvkNummer, string zaak = Zaak) =>
        new(zaak, kvkNummer, tijdvak.Id, formulier, null);

    public static Beslissing DienIn(Aanvraagtijdvak tijdvak, Formulier formulier, string kvkNummer = KvkNummer) =>
        Indienen.Beslis(Concept(tijdvak, formulier, kvkNummer), tijdvak, null, () => Bewaard, Regelstanden.Ongewijzigd, tijdvak.Opent);

    /// <summary>Submitted, complete, its budget reserved, taken by an assessor.</summary>
    public static Aanvraag Klaar(Aanvraagtijdvak tijdvak, Formulier formulier, string kvkNummer = KvkNummer, BudgetVernomen? budget = null)
    {
        var ingediend = DienIn(tijdvak, formulier, kvkNummer).Gebeurde<AanvraagIngediend>();
        return Na(
            ingediend,
            new AanvraagVolledig(tijdvak.Id, false, ingediend.Op, ingediend.Op),
            budget ?? new BudgetVernomen(ingediend.Gevraagd, tijdvak.Sluit),
            new AanvraagToegewezen(Beoordelaar, tijdvak.Sluit)
        );
    }

    /// <summary>Assessed with every judgment favourable, a week after the window closed.</summary>
    public static AanvraagBeoordeeld Beoordeel(
        Aanvraagtijdvak tijdvak,
        Aanvraag aanvraag,
        Formulier formulier,
        IReadOnlyList<Activiteitgegevens>? begroting = null,
        IReadOnlyList<Subsidie>? subsidies = null,
        Action<Beoordelen.Inhoud>? bewaard = null
    )
    {
        var nu = tijdvak.Sluit + Duration.FromDays(7);
        var dossier = new Beoordelen.Dossier(formulier, subsidies ?? [], [], tijdvak.Sluit);
        var versie = Regelboek.Versie(tijdvak.Regelversie);
        var codes = Weging.TeOordelen(
            Weging.Weeg(versie, aanvraag, formulier, null, dossier.Subsidies, new Dictionary<string, bool>(), nu)
        );
        var verzoek = new Beoordelen.Verzoek(
            [.. codes.Select(c => new Beoordelen.Oordeel(c, Beoordelen.Uitkomstoordeel.Voldaan, "gezien"))],
            begroting
        );
        return Beoordelen
            .Beslis(
                aanvraag,
                verzoek,
                dossier,
                Beoordelaar,
                inhoud =>
                {
                    bewaard?.Invoke(inhoud);
                    return Bewaard;
                },
                Regelstanden.Ongewijzigd,
                nu
            )
            .Gebeurde<AanvraagBeoordeeld>();
    }

    private static Aanvraagtijdvak Van(string id)
    {
        var tijdvak = Regels.Aanvraagtijdvakken.Zoek(id)!;
        return new Aanvraagtijdvak(id, tijdvak.Aanvragertype, In(tijdvak.Opent), In(tijdvak.Sluit), tijdvak.Regelversie);
    }

    private static Instant In(LocalDateTime wandklok) => Platform.Tijd.Moment.Op(wandklok);
}

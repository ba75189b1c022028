using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>What is wrong in a form: every field at once, in plain Dutch.</summary>
public static class Formuliercontrole
{
    private const int MeesteActiviteiten = 25;
    private const int MeesteRegels = 100;
    private const int LangsteTekst = 20_000;
    internal const int LangsteNaam = 200;

    /// <summary>Values that can never be right, in a draft or at submission.</summary>
    public static IReadOnlyList<Fout> Fouten(Formulier formulier) =>
        [
            .. Onderneming(formulier.Onderneming),
            .. Partijcontrole.Fouten("partijen", formulier.Partijen),
            .. Activiteiten("activiteiten", formulier.Activiteiten),
            .. Plan(formulier.Plan),
            .. DeMinimis("verklaringen.deMinimis", formulier.Verklaringen?.DeMinimis),
        ];

    /// <summary>
    /// What must be there before an application can be submitted (2.8). Declarations need not: they can be completed afterwards (AWB 4:5).
    /// </summary>
    /// <param name="aanvrager">KVK number of who applies.</param>
    public static IReadOnlyList<Fout> Ontbrekend(Formulier formulier, string aanvragertype, string aanvrager)
    {
        var fouten = new List<Fout>();
        if (aanvragertype == Aanvragertype.Samenwerkingsverband)
        {
            fouten.AddRange(VanAnderType(formulier, aanvragertype));
            fouten.AddRange(Partijcontrole.Ontbrekend("partijen", formulier.Partijen ?? [], aanvrager));
        }
        else
        {
            Eis(formulier.Onderneming is not null, "onderneming", "Vul de gegevens van uw onderneming in.", "artikel 2.8, eerste lid");
            fouten.AddRange(VanAnderType(formulier, aanvragertype));
        }
        Eis(
            formulier.Activiteiten is { Count: > 0 },
            "activiteiten",
            "Kies ten minste één activiteit en vul de begroting in.",
            "artikel 2.8, eerste lid, onderdeel b"
        );
        Eis(
            formulier.Plan is not null && Teksten(formulier.Plan).All(t => t.Tekst.Trim().Length > 0),
            "plan",
            "Beschrijf doelen, aanpak, resultaten en evaluatie.",
            "artikel 2.8, eerste lid, onderdeel a"
        );
        Eis(
            formulier.Verklaringen is { Waarheid: true },
            "verklaringen.waarheid",
            "Verklaar dat u alles naar waarheid heeft ingevuld.",
            "artikel 2.8, eerste lid"
        );
        Eis(formulier.Rekening is not null, "rekening", "Vul uw bankrekening in.", "artikel 2.8, eerste lid, onderdeel c");
        return fouten;

        void Eis(bool voldaan, string veld, string uitleg, string artikel)
        {
            if (!voldaan)
            {
                fouten.Add(new Fout(veld, uitleg, artikel));
            }
        }
    }

    /// <summary>The part of a form that only another type of applicant fills.</summary>
    internal static IEnumerable<Fout> VanAnderType(Formulier formulier, string aanvragertype) =>
        (aanvragertype == Aanvragertype.Samenwerkingsverband, formulier) switch
        {
            (true, { Onderneming: not null }) =>
            [
                new Fout("onderneming", "Een samenwerkingsverband vult de gegevens in bij elke partij. Haal dit weg.", "artikel 2.21"),
            ],
            (false, { Partijen.Count: > 0 }) =>
            [
                new Fout(
                    "partijen",
                    "In dit tijdvak vraagt één onderneming aan. Haal de partijen weg, of kies een tijdvak voor samenwerkingsverbanden.",
                    "artikel 2.6"
                ),
            ],
            _ => [],
        };

    public static IEnumerable<Fout> Activiteiten(string veld, IReadOnlyList<Activiteitgegevens>? activiteiten)
    {
        if (activiteiten is null)
        {
            return [];
        }
        return activiteiten.Count > MeesteActiviteiten
            ? [new Fout(veld, $"Vul ten hoogste {MeesteActiviteiten} activiteiten in.")]
            : activiteiten.SelectMany((activiteit, i) => Activiteit($"{veld}[{i}]", activiteit));
    }

    internal static IEnumerable<Fout> DeMinimis(string veld, DeMinimisverklaring? verklaring) =>
        verklaring switch
        {
            { Soort: Steunsoort.Ontvangen, Bedrag: null or <= 0m } =>
            [
                new Fout($"{veld}.bedrag", "Vul in hoeveel de-minimissteun u kreeg.", "artikel 2.8, tweede lid"),
            ],
            { Soort: Steunsoort.Geen, Bedrag: not (null or 0m) } =>
            [
                new Fout(
                    $"{veld}.bedrag",
                    "U verklaart dat u geen de-minimissteun kreeg. Haal het bedrag weg, of kies 'ontvangen'.",
                    "artikel 2.8, tweede lid"
                ),
            ],
            _ => [],
        };

    internal static IEnumerable<Fout> Negatief(string veld, decimal? bedrag) =>
        bedrag < 0m ? [new Fout(veld, "Een bedrag kan hier niet negatief zijn.")] : [];

    internal static IEnumerable<Fout> SbiCodes(string veld, IReadOnlyList<string> codes) =>
        codes.SelectMany(
            (code, i) =>
                Gegevenscontrole.IsSbiCode(code)
                    ? (Fout[])[]
                    : [new Fout($"{veld}[{i}]", "Vul een SBI-code in: 2 tot 6 cijfers zonder punten.")]
        );

    internal static IEnumerable<Fout> KvkNummers(string veld, IReadOnlyList<string>? nummers) =>
        nummers is { Count: > MeesteRegels }
            ? [new Fout(veld, $"Noem ten hoogste {MeesteRegels} ondernemingen.")]
            : (nummers ?? []).SelectMany(
                (nummer, i) =>
                    Gegevenscontrole.IsKvkNummer(nummer) ? (Fout[])[] : [new Fout($"{veld}[{i}]", Gegevenscontrole.GeenKvkNummer)]
            );

    private static IEnumerable<Fout> Onderneming(Ondernemingsgegevens? onderneming) =>
        onderneming is null
            ? []
            :
            [
                .. Negatief("onderneming.jaaromzet", onderneming.Jaaromzet),
                .. Negatief("onderneming.balanstotaal", onderneming.Balanstotaal),
                .. onderneming.SbiCodes.Count is 0 or > MeesteRegels
                    ? (Fout[])[new Fout("onderneming.sbiCodes", "Vul ten minste één SBI-code in, met de hoofdactiviteit als eerste.")]
                    : [],
                .. SbiCodes("onderneming.sbiCodes", onderneming.SbiCodes),
                .. Banden("onderneming.verbondenOndernemingen", onderneming.VerbondenOndernemingen ?? []),
                .. KvkNummers("onderneming.verbondenMet", onderneming.VerbondenMet),
            ];

    private static IEnumerable<Fout> Banden(string veld, IReadOnlyList<Verbandgegevens> banden) =>
        banden.Count > MeesteRegels
            ? [new Fout(veld, $"Noem ten hoogste {MeesteRegels} ondernemingen.")]
            : banden.SelectMany(
                (band, i) =>
                    (IEnumerable<Fout>)
                        [
                            .. Gegevenscontrole.Banden.Contains(band.Soort)
                                ? (Fout[])[]
                                : [new Fout($"{veld}[{i}].soort", Gegevenscontrole.Kies(Gegevenscontrole.Banden))],
                            .. band.Percentage > 100m
                                ? (Fout[])[new Fout($"{veld}[{i}].percentage", "Schrijf een getal van 0 tot en met 100.")]
                                : [],
                            .. Negatief($"{veld}[{i}].jaaromzet", band.Jaaromzet),
                            .. Negatief($"{veld}[{i}].balanstotaal", band.Balanstotaal),
                            .. band.KvkNummer is { } kvk && !Gegevenscontrole.IsKvkNummer(kvk)
                                ? (Fout[])[new Fout($"{veld}[{i}].kvkNummer", Gegevenscontrole.GeenKvkNummer)]
                                : [],
                            .. band.Naam?.Length > LangsteNaam
                                ? (Fout[])[new Fout($"{veld}[{i}].naam", $"Gebruik ten hoogste {LangsteNaam} tekens.")]
                                : [],
                        ]
            );

    private static IEnumerable<Fout> Activiteit(string veld, Activiteitgegevens activiteit)
    {
        if (!Gegevenscontrole.Soorten.Contains(activiteit.Soort))
        {
            return [new Fout($"{veld}.soort", Gegevenscontrole.Kies(Gegevenscontrole.Soorten), "artikel 2.4, eerste lid")];
        }
        var (eigen, extern_) = (activiteit.EigenUren ?? [], activiteit.ExterneUren ?? []);
        return
        [
            .. eigen.Count + extern_.Count > MeesteRegels
                ? (Fout[])[new Fout(veld, $"Vul ten hoogste {MeesteRegels} regels met uren in.")]
                : [],
            .. eigen.SelectMany((u, i) => Negatief($"{veld}.eigenUren[{i}].brutojaarloon", u.Brutojaarloon)),
            .. extern_.SelectMany((u, i) => Negatief($"{veld}.externeUren[{i}].uurtarief", u.Uurtarief)),
            .. Negatief($"{veld}.overigeExterneKosten", activiteit.OverigeExterneKosten),
            .. Stuks($"{veld}.trajecten", activiteit.Trajecten),
            .. Stuks($"{veld}.praktijkleerplaatsen", activiteit.Praktijkleerplaatsen),
            .. Gegevenscontrole.Soortfouten(veld, activiteit),
        ];
    }

    private static IEnumerable<Fout> Stuks(string veld, int? aantal) =>
        aantal is < 0 or > Gegevenscontrole.MeesteStuks
            ? [new Fout(veld, $"Vul een aantal van 0 tot en met {Gegevenscontrole.MeesteStuks} in.")]
            : [];

    private static IEnumerable<Fout> Plan(Activiteitenplan? plan) =>
        plan is null
            ? []
            : Teksten(plan)
                .Where(t => t.Tekst.Length > LangsteTekst)
                .Select(t => new Fout($"plan.{t.Veld}", $"Deze tekst is te lang. Gebruik ten hoogste {LangsteTekst} tekens."));

    private static IEnumerable<(string Veld, string Tekst)> Teksten(Activiteitenplan plan) =>
        [("doelen", plan.Doelen), ("aanpak", plan.Aanpak), ("resultaten", plan.Resultaten), ("evaluatie", plan.Evaluatie)];
}

using System.ComponentModel;
using System.Text.Json;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Zaken.Vraagdeel;

namespace SlimRegeling.Zaken.Werk;

/// <summary>What the list of work is narrowed to; what is absent narrows nothing.</summary>
public sealed record Werkfilter(
    string? Tijdvak = null,
    [property: Description("Een status van een zaak die niet klaar is.")] string? Status = null,
    [property: Description(
        "behandelen, wacht-op-aanvrager, ondertekenen, uitvoeren, vaststellen, bezwaar, wijziging, voortgang of melding."
    )]
        string? Fase = null,
    [property: Description("mij, niemand, of het kenmerk van een beoordelaar.")] string? Wie = null,
    [property: Description("verlopen; week of maand, met wat verlopen is; of in-gebreke.")] string? Termijn = null,
    string? Aanvragertype = null
)
{
    private const string Mij = "mij";
    private const string Niemand = "niemand";
    private const string Verlopen = "verlopen";
    private const string Week = "week";
    private const string Maand = "maand";
    private const string InGebreke = "in-gebreke";
    private const string LooptBezwaar = "w.bezwaar <> ''";
    private const string VraagtWijziging = "w.wijziging <> ''";
    private const string WachtVerslag = "w.verslag";
    private const string WijzigingInGebreke = "w.wijziging_ingebreke <> ''";
    private const string LigtMelding = "w.melding";
    private const string BezwaarInGebreke = "w.bezwaar_ingebreke <> ''";

    private static readonly string WachtAanvulling = $"(w.wacht and w.status = {(int)Werkfasen.Aanvulbaar})";

    private static readonly string[] Termijnen = [Verlopen, Week, Maand, InGebreke];

    private static readonly Dictionary<string, Werkfase> Fasen = Enum.GetValues<Werkfase>()
        .ToDictionary(f => JsonNamingPolicy.KebabCaseLower.ConvertName(f.ToString()));

    /// <summary>Without what was left blank.</summary>
    internal Werkfilter Schoon() =>
        new(OfNiets(Tijdvak), OfNiets(Status), OfNiets(Fase), OfNiets(Wie), OfNiets(Termijn), OfNiets(Aanvragertype));

    internal IEnumerable<Fout> Fouten()
    {
        if (Status is { } status && !(Statussen.Lees(status) is { } gekozen && Werkfasen.Open.Contains((int)gekozen)))
        {
            yield return new(
                "status",
                $"'{status}' is geen status van een zaak die niet klaar is. Kies uit {string.Join(", ", Werkfasen.Open.Select(s => Statussen.Naam((Zaakstatus)s)))}."
            );
        }
        if (Fase is { } fase && !Fasen.ContainsKey(fase))
        {
            yield return new("fase", $"'{fase}' is geen fase. Kies uit {string.Join(", ", Fasen.Keys)}.");
        }
        if (Termijn is { } termijn && !Termijnen.Contains(termijn))
        {
            yield return new("termijn", $"'{termijn}' is geen keuze. Kies uit {string.Join(", ", Termijnen)}.");
        }
        if (Aanvragertype is { } type && !Regels.Aanvragertype.Alle.Contains(type))
        {
            yield return new(
                "aanvragertype",
                $"'{type}' is geen soort aanvrager. Kies uit {string.Join(", ", Regels.Aanvragertype.Alle)}."
            );
        }
    }

    /// <param name="ik">Pseudonym of who asks.</param>
    internal IEnumerable<string> Voorwaarden(string ik, LocalDate vandaag, NpgsqlParameterCollection parameters)
    {
        // What is heard of a case stands in the list before the round that takes it off.
        yield return Fase is not { } fase
            ? $"(w.status = any({Parameter(parameters, Werkfasen.Open)}) or {LooptBezwaar})"
            : Fasen[fase] switch
            {
                Werkfase.Bezwaar => LooptBezwaar,
                Werkfase.Wijziging => VraagtWijziging,
                Werkfase.Voortgang => WachtVerslag,
                Werkfase.WachtOpAanvrager =>
                    $"(w.status = any({Parameter(parameters, Werkfasen.Statussen(Werkfase.WachtOpAanvrager))}) or {WachtAanvulling})",
                Werkfase.Vaststellen =>
                    $"(w.status = any({Parameter(parameters, Werkfasen.Statussen(Werkfase.Vaststellen))}) and not {WachtAanvulling})",
                Werkfase.Melding => LigtMelding,
                var gekozen => $"w.status = any({Parameter(parameters, Werkfasen.Statussen(gekozen))})",
            };
        if (Status is { } status)
        {
            yield return $"w.status = {Parameter(parameters, (int)Statussen.Lees(status)!.Value)}";
        }
        if (Tijdvak is { } tijdvak)
        {
            yield return $"w.tijdvak = {Parameter(parameters, tijdvak)}";
        }
        if (Aanvragertype is { } type)
        {
            yield return $"w.aanvragertype = {Parameter(parameters, type)}";
        }
        if (Wie is { } wie)
        {
            var behandelaar =
                wie == Mij ? ik
                : wie == Niemand ? Zaak.Niemand
                : wie;
            yield return $"w.behandelaar = {Parameter(parameters, behandelaar)}";
        }
        if (Termijn == InGebreke)
        {
            var aanvraag = $"w.ingebreke and w.status = any({Parameter(parameters, Werkfasen.NietBesloten)})";
            var vaststelling = $"w.vaststelling_ingebreke and w.status = any({Parameter(parameters, Werkfasen.NietVastgesteld)})";
            yield return $"(({aanvraag}) or ({vaststelling}) or {WijzigingInGebreke} or {BezwaarInGebreke})";
        }
        else if (Termijn is { } termijn)
        {
            yield return $"w.uiterlijk <= {Parameter(parameters, Grens(termijn, vandaag))}";
        }
    }

    private static LocalDate Grens(string termijn, LocalDate vandaag) =>
        termijn switch
        {
            Verlopen => vandaag.PlusDays(-1),
            Week => vandaag.PlusWeeks(1),
            _ => vandaag.PlusMonths(1),
        };

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}

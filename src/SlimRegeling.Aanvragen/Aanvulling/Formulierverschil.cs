using System.Text.Json;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>
/// A completion is no second application: only the parts of the form change that belong to a document that was asked for, and the declarations.
/// </summary>
public static class Formulierverschil
{
    private sealed record Deel(string Veld, Func<Formulier, object?> Lees, params string[] Documenten);

    /// <summary>The parts of the form, each with the documents that it stands for; a part without any may always change.</summary>
    private static readonly IReadOnlyList<Deel> Delen =
    [
        new("onderneming", f => f.Onderneming, Documentcode.MkbVerklaring),
        new("activiteiten", f => f.Activiteiten, Documentcode.Begroting, Documentcode.BegrotingPerPartij),
        new("plan", f => f.Plan, Documentcode.Activiteitenplan),
        new("verklaringen", f => f.Verklaringen),
        new("rekening", f => f.Rekening, Documentcode.BewijsRekening),
        // What each party declares stands with it.
        new(
            "partijen",
            f => f.Partijen?.Select(p => p with { Verklaringen = null }).ToList(),
            Documentcode.BegrotingPerPartij,
            Documentcode.Samenwerkingsovereenkomst,
            Documentcode.MkbVerklaring
        ),
    ];

    public static IEnumerable<string> Velden => Delen.Select(d => d.Veld);

    /// <summary>
    /// The parts of the form that say what a document says; who is asked for it fills them in. Of a partnership each party declares in its own row
    /// (<c>partijen[].verklaringen.mkb</c>).
    /// </summary>
    public static IEnumerable<string> Bij(string document, bool samenwerkingsverband) =>
        (document, samenwerkingsverband) switch
        {
            (Documentcode.DeMinimisverklaring, true) => ["partijen[].verklaringen.deMinimis"],
            (Documentcode.MkbVerklaring, true) =>
            [
                "partijen[].werkzamePersonen",
                "partijen[].jaaromzet",
                "partijen[].balanstotaal",
                "partijen[].verklaringen.mkb",
            ],
            // What is declared may always change.
            (Documentcode.DeMinimisverklaring, false) => ["verklaringen"],
            (Documentcode.MkbVerklaring, false) => ["onderneming", "verklaringen"],
            (Documentcode.Aanvraagformulier, _) => Velden,
            _ => Delen.Where(d => d.Documenten.Contains(document)).Select(d => d.Veld),
        };

    /// <summary>What is wrong in the form, and what changed that was not asked for.</summary>
    /// <param name="gevraagd">Codes of the documents that were missing.</param>
    public static IReadOnlyList<Fout> Fouten(
        Formulier oud,
        Formulier nieuw,
        IReadOnlyList<string> gevraagd,
        Regelversie versie,
        string aanvragertype,
        string kvkNummer
    ) =>
        [
            .. Formuliercontrole
                .Ontbrekend(nieuw, versie, aanvragertype, kvkNummer)
                .Concat(Formuliercontrole.Fouten(nieuw))
                .Select(f => f with { Veld = $"formulier.{f.Veld}" }),
            .. from deel in Delen
            where deel.Documenten.Length > 0 && !Mag(deel, gevraagd) && Tekst(deel.Lees(oud)) != Tekst(deel.Lees(nieuw))
            select new Fout(
                $"formulier.{deel.Veld}",
                "Dit deel is anders dan in uw aanvraag, en wij vroegen er niet om. Neem het over zoals u het eerder stuurde.",
                "artikel 4:5 Awb"
            ),
            .. oud.Gebonden(aanvragertype, kvkNummer).SequenceEqual(nieuw.Gebonden(aanvragertype, kvkNummer))
                ? Array.Empty<Fout>()
                : [new Fout("formulier.partijen", "Welke partijen meedoen verandert niet met een aanvulling.", "artikel 2.8, vierde lid")],
        ];

    private static bool Mag(Deel deel, IReadOnlyList<string> gevraagd) =>
        gevraagd.Contains(Documentcode.Aanvraagformulier) || deel.Documenten.Any(gevraagd.Contains);

    private static string Tekst(object? deel) => JsonSerializer.Serialize(deel, Platform.Stromen.Json.Opties);
}

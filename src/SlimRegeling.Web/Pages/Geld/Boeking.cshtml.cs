using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Geldwerk;

namespace SlimRegeling.Web.Pages.Geld;

/// <summary>One booking: its lines, the event, the decision and the letters that it follows from, and its reversal by two people.</summary>
public sealed class BoekingModel(BetalingenApi api, Typwerk typwerk, Persoonlezer lezer) : Geldpagina(api, typwerk, lezer)
{
    private const string Voorstellen = "voorstellen";
    private const string Tekenen = "tekenen";

    [BindProperty(SupportsGet = true, Name = "boeking")]
    public string Nummer { get; set; } = "";

    public Boekingbeeld Boeking { get; private set; } = null!;

    /// <summary>That waits for a second person; null when none does.</summary>
    public Tegenboeking? Voorstel { get; private set; }

    public override string Hier => $"/geld/grootboek/boekingen/{Uri.EscapeDataString(Nummer)}";

    public Tabel Tabel =>
        Tabel.Van(
            "De regels van deze boeking",
            ["Rekening", "Boekdatum", Kop.Bedrag("Debet"), Kop.Bedrag("Credit")],
            Boeking.Regels,
            r =>
                [
                    Geldwoorden.Rekening(r.Rekening),
                    new(Weergave.Dag(r.Boekdatum), Uitleg: r.Gebeurtenisdag is { } dag ? $"gebeurde op {Weergave.Dag(dag)}" : null),
                    r.Debet == 0 ? "" : Weergave.Bedrag(r.Debet),
                    r.Credit == 0 ? "" : Weergave.Bedrag(r.Credit),
                ]
        );

    /// <summary>The booking that this one reverses; null when it reverses none.</summary>
    public string? KeertOm => Boeking.Regels.Select(r => r.KeertOm).FirstOrDefault();

    private protected override async Task Toon(CancellationToken ct)
    {
        var boeking = Api.Lees<Boekingbeeld>($"grootboek/boekingen/{Uri.EscapeDataString(Nummer)}", ct);
        var voorstellen = Api.Lees<IReadOnlyList<Tegenboeking>>("grootboek/tegenboekingen", ct);
        (Boeking, var open) = (await boeking, await voorstellen);
        Voorstel = open.FirstOrDefault(t => t.Boeking == Boeking.Boeking);
        Stappen = [.. Maak()];
    }

    private protected override string Gedaan(Stapvorm stap, JsonAntwoord antwoord) =>
        stap.Naam switch
        {
            Voorstellen => "Uw voorstel is vastgelegd. Een controleur ondertekent het.",
            Tekenen => "De boeking is tegengeboekt.",
            _ => "Het voorstel is teruggezonden.",
        };

    private IEnumerable<Stapvorm> Maak()
    {
        var pad = $"grootboek/boekingen/{Uri.EscapeDataString(Nummer)}/tegenboeking";
        if (Voorstel is null && Boeking.OmgekeerdDoor is null)
        {
            yield return new(
                Voorstellen,
                "Een tegenboeking voorstellen",
                "Stel de tegenboeking voor",
                pad,
                [new("reden", "Wat is er fout aan deze boeking?")]
            )
            {
                Uitleg = "Een boeking wordt niet veranderd. De tegenboeking komt op de dag waarop een controleur ondertekent.",
            };
        }
        if (Voorstel is { } voorstel && !IsIk(voorstel.Voorsteller) && Persoon.Heeft(Rol.FinancieelControleur))
        {
            yield return new(Tekenen, "De tegenboeking ondertekenen", "Onderteken de tegenboeking", $"{pad}/ondertekening", [])
            {
                Gevaar = true,
                Vast = new Dictionary<string, string> { ["hash"] = voorstel.Hash },
            };
            yield return new(
                "terugzenden",
                "De tegenboeking terugzenden",
                "Zend het voorstel terug",
                $"{pad}/terugzending",
                [new("reden", "Waarom niet?")]
            );
        }
    }
}

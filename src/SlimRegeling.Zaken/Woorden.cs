using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>What messages name by a code, in the words that people read with a step.</summary>
internal static class Woorden
{
    /// <summary>By the titles of the rules, which no change to a rule changes.</summary>
    /// <param name="codes">Of documents; at least one.</param>
    public static string Onvolledig(string regelversie, IReadOnlyList<string> codes)
    {
        var versie = Regelboek.Versie(regelversie);
        string[] titels = [.. codes.Select(code => versie.Document(code).Titel)];
        return titels is [.. { Length: > 0 } eerste, var laatste]
            ? $"Nog niet volledig; er ontbreken: {string.Join(", ", eerste)} en {laatste}"
            : $"Nog niet volledig; er ontbreekt: {titels[0]}";
    }

    /// <summary>The title of what the rules ask; the rest is a word of its sender.</summary>
    public static string Document(string soort) =>
        Regelboek.Laad()[^1].Documenten.TryGetValue(soort, out var document) ? document.Titel : soort.Replace('-', ' ');

    /// <summary>Both days of a decision that comes late (4:14 Awb).</summary>
    public static string Later(LocalDate uiterlijk, LocalDate verwacht) =>
        $"Niet uiterlijk op {Datumtekst.Van(uiterlijk)}, zoals de wet zegt, maar uiterlijk op {Datumtekst.Van(verwacht)}";

    /// <summary>What a recipient told that goes differently; null when something else changed.</summary>
    public static string? Gemeld(string? soort, IReadOnlyList<string>? activiteiten)
    {
        var wat = soort switch
        {
            "niet" => "Gaat niet door",
            "later" => "Gebeurt later",
            "deels" => "Gebeurt voor een deel",
            _ => null,
        };
        return (wat, activiteiten) switch
        {
            (null, _) => null,
            (_, [var een]) => $"{wat}: activiteit {een}",
            (_, [.., _]) => $"{wat}: activiteiten {string.Join(", ", activiteiten)}",
            _ => wat,
        };
    }

    /// <param name="soort">As Dossiers calls it; the others are words already.</param>
    public static string Brief(string soort) =>
        soort switch
        {
            "buiten-behandeling" => "het niet behandelen van de aanvraag",
            "bezwaar-ontvangst" => "de ontvangst van het bezwaar",
            "bezwaar-herstel" => "wat er aan het bezwaar ontbreekt",
            "bezwaar-hoorzitting" => "het gesprek over het bezwaar",
            "bezwaar-beslistermijn" => "de dag waarop wij beslissen op het bezwaar",
            "beslissing-op-bezwaar" => "de beslissing op bezwaar",
            "declaratie-aanvulling" => "wat er aan de declaratie ontbreekt",
            "wijzigingsbesluit" => "ons besluit over de wijziging",
            "voorschot" => "het tweede voorschot",
            "vertraging" => "de dag waarop wij beslissen op de aanvraag",
            "vaststelling-vertraging" => "de dag waarop wij de subsidie vaststellen",
            "wijziging-vertraging" => "de dag waarop wij beslissen op de wijziging",
            "herinnering" => "een laatste dag die nadert",
            "intrekking-voornemen" => "het voornemen om de subsidie in te trekken of te verlagen",
            "intrekking" => "de intrekking van de subsidie",
            "terugvordering" => "de terugvordering",
            "rentevergoeding" => "de wettelijke rente die wij vergoeden",
            "betaalherinnering" => "de herinnering om terug te betalen",
            "aanmaning" => "de aanmaning om terug te betalen",
            "vorderingsbesluit" => "ons besluit over de terugbetaling",
            "herstelbesluit" => "het herstel van een fout in ons besluit",
            _ => soort,
        };
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Uitvoer;

/// <summary>The pages in the dossier: they open from a disk, without a network and without script.</summary>
internal static class Dossierbladen
{
    public const string Begin = "index.html";
    public const string Gebeurtenissen = "gebeurtenissen.html";
    public const string Berichten = "berichten.html";
    public const string Ontvangstbewijs = "ontvangstbewijs.pdf";

    private static readonly Dictionary<string, JsonElement> Niets = [];

    public static byte[] MaakBegin(Dossier dossier, IReadOnlyList<Stuk> brieven, IReadOnlyList<Stuk> documenten)
    {
        var uitvoer = dossier.Uitvoer;
        var html = Blad($"Dossier {uitvoer.Zaaknummer}");
        Feiten(
            html,
            ("Zaaknummer", uitvoer.Zaaknummer),
            ("KVK-nummer van de aanvrager", dossier.KvkNummer),
            ("Regels van de zaak", dossier.Regelversie),
            ("Gemaakt", Leesbaar.Tijdstip(dossier.Gemaakt)),
            ("Gemaakt voor", Voor(uitvoer.Aanleiding)),
            ("Gemaakt door", uitvoer.Door)
        );
        html.Append("<h2>Wat er is gebeurd</h2><ul>");
        Link(html, Gebeurtenissen, "Alle gebeurtenissen: wat er is besloten en gedaan, door wie, wanneer en volgens welke regels");
        Link(html, Berichten, "Alle berichten tussen de onderdelen van het programma");
        if (dossier.Ontvangstbewijs is not null)
        {
            Link(html, Ontvangstbewijs, "Ontvangstbewijs van de aanvraag (PDF)");
        }
        html.Append("</ul>");
        Stukken(html, "Brieven", "Er zijn geen brieven.", brieven);
        Stukken(html, "Documenten", "Er zijn geen documenten ontvangen.", documenten);
        Emails(html, dossier.Emails);
        html.Append("<h2>Dezelfde gegevens voor een computer</h2><ul>");
        foreach (var deel in dossier.Delen.Where(d => d.Gebeurtenissen.Count > 0))
        {
            Link(html, $"gegevens/{deel.Context}.json", $"Gegevens van het onderdeel {deel.Context} (JSON)");
        }
        html.Append(
            """
            </ul>
            <h2>Wat hier niet in staat</h2>
            <ul>
            <li>Wat bij de onderneming zelf hoort en niet bij deze zaak: haar adres, rekeningnummer, machtigingen en andere zaken.</li>
            <li>Wat mensen in een leercultuurscan antwoordden.</li>
            <li>De namen van medewerkers: zij staan er met een kenmerk.</li>
            <li>Wat een medewerker zei over een eigen belang, en wie het dossier eerder vroeg.</li>
            """
        );
        if (uitvoer.Aanleiding != Aanleiding.Beroep)
        {
            html.Append("<li>Wie er, naast de aanvrager, bezwaar maakte of belang heeft bij een bezwaar, en wat die schreef.</li>");
        }
        html.Append("</ul>");
        return Sluit(html);
    }

    public static byte[] MaakGebeurtenissen(Dossier dossier)
    {
        var html = Blad($"Gebeurtenissen in zaak {dossier.Uitvoer.Zaaknummer}");
        html.Append("<p><a href=\"").Append(Begin).Append("\">Naar het begin van het dossier</a></p><ol>");
        foreach (
            var (deel, gebeurd) in dossier
                .Delen.SelectMany(d => d.Gebeurtenissen.Select(g => (d, g)))
                .OrderBy(x => x.g.Op)
                .ThenBy(x => x.g.Versie)
        )
        {
            html.Append("<li><h2>").Append(Leesbaar.Html(Leesbaar.Woorden(gebeurd.Naam))).Append("</h2>");
            Feiten(
                html,
                ("Wanneer", Leesbaar.Tijdstip(gebeurd.Op)),
                ("Door", Wie(gebeurd)),
                ("Regels", Regels(gebeurd, dossier)),
                ("Onderdeel", $"{deel.Context}, {gebeurd.Stroom}, versie {gebeurd.Versie.ToString(CultureInfo.InvariantCulture)}")
            );
            Leesbaar.Schrijf(html, gebeurd.Gegevens, gebeurd.Inhouden);
            html.Append("</li>");
        }
        html.Append("</ol>");
        return Sluit(html);
    }

    public static byte[] MaakBerichten(Dossier dossier)
    {
        var html = Blad($"Berichten over zaak {dossier.Uitvoer.Zaaknummer}");
        html.Append("<p><a href=\"").Append(Begin).Append("\">Naar het begin van het dossier</a></p><ol>");
        var berichten =
            from deel in dossier.Delen
            from gebeurd in deel.Gebeurtenissen
            from bericht in gebeurd.Berichten
            orderby gebeurd.Op, bericht.Id
            select (deel.Context, gebeurd.Op, bericht);
        foreach (var (van, op, bericht) in berichten)
        {
            html.Append("<li><h2>").Append(Leesbaar.Html(Leesbaar.Woorden(bericht.Soort))).Append("</h2>");
            Feiten(html, ("Gezegd", Leesbaar.Tijdstip(op)), ("Van", van), ("Aan", string.Join(", ", bericht.Hoorders)));
            Leesbaar.Schrijf(html, bericht.Inhoud, Niets);
            html.Append("</li>");
        }
        html.Append("</ol>");
        return Sluit(html);
    }

    /// <summary>For whom it was made, with the article.</summary>
    public static string Voor(Aanleiding aanleiding) =>
        aanleiding switch
        {
            Aanleiding.Inzageverzoek => "een verzoek om inzage in persoonsgegevens (artikel 15 AVG)",
            Aanleiding.Beroep => "de rechter, in beroep (artikel 8:42 Awb)",
            Aanleiding.Bezwaar => "wie bezwaar maakte (artikel 7:4 Awb)",
            Aanleiding.WooVerzoek => "een verzoek om openbare informatie (Woo)",
            _ => "een controle van de regeling",
        };

    private static string Wie(Gebeurd gebeurd)
    {
        var wie = gebeurd.Wie == Aanroep.Systeem ? "het programma zelf" : gebeurd.Wie;
        var namens = gebeurd.Namens is { } kvk ? $", namens KVK {kvk}" : "";
        var adviseur = gebeurd.Gemachtigde is { } tussen ? $", als adviseur van KVK {tussen}" : "";
        return $"{wie}{namens}{adviseur}";
    }

    private static string Regels(Gebeurd gebeurd, Dossier dossier) =>
        gebeurd.Gegevens.TryGetProperty("regelversie", out var versie) && versie.ValueKind == JsonValueKind.String
            ? versie.GetString()!
            : $"{dossier.Regelversie} (die van de zaak)";

    private static void Stukken(StringBuilder html, string titel, string geen, IReadOnlyList<Stuk> stukken)
    {
        html.Append("<h2>").Append(titel).Append("</h2>");
        if (stukken.Count == 0)
        {
            html.Append("<p>").Append(geen).Append("</p>");
            return;
        }
        html.Append("<ul>");
        foreach (var stuk in stukken)
        {
            html.Append("<li>");
            if (stuk.Pad is { } pad)
            {
                var adres = string.Join('/', pad.Split('/').Select(Uri.EscapeDataString));
                html.Append("<a href=\"").Append(Leesbaar.Html(adres)).Append("\">").Append(Leesbaar.Html(stuk.Titel)).Append("</a>");
            }
            else
            {
                html.Append(Leesbaar.Html(stuk.Titel));
            }
            if (stuk.Bijzonderheid is { } bijzonder)
            {
                html.Append(" <strong>(").Append(Leesbaar.Html(bijzonder)).Append(")</strong>");
            }
            if (stuk.Hash.Length > 0)
            {
                html.Append("<p class=\"hash\">SHA-256: ").Append(Leesbaar.Html(stuk.Hash)).Append("</p>");
            }
            html.Append("</li>");
        }
        html.Append("</ul>");
    }

    private static void Emails(StringBuilder html, IReadOnlyList<Gemaild> emails)
    {
        html.Append("<h2>E-mails</h2>");
        if (emails.Count == 0)
        {
            html.Append("<p>Er zijn geen e-mails over deze zaak.</p>");
            return;
        }
        html.Append("<p>Een e-mail zegt alleen dat er iets klaarstaat.</p><ul>");
        foreach (var email in emails)
        {
            html.Append("<li>")
                .Append(
                    Leesbaar.Html(
                        $"{Leesbaar.Woorden(email.Soort)}, aan KVK {email.KvkNummer}, gevraagd op {Leesbaar.Tijdstip(email.GemaaktOp)}: "
                            + $"{Leesbaar.Woorden(email.Stand).ToLowerInvariant()} op {Leesbaar.Tijdstip(email.StandOp)}"
                    )
                )
                .Append("</li>");
        }
        html.Append("</ul>");
    }

    private static void Feiten(StringBuilder html, params ReadOnlySpan<(string Naam, string Waarde)> feiten)
    {
        html.Append("<dl class=\"feiten\">");
        foreach (var (naam, waarde) in feiten)
        {
            html.Append("<dt>").Append(naam).Append("</dt><dd>").Append(Leesbaar.Html(waarde)).Append("</dd>");
        }
        html.Append("</dl>");
    }

    private static void Link(StringBuilder html, string pad, string tekst) =>
        html.Append("<li><a href=\"").Append(pad).Append("\">").Append(Leesbaar.Html(tekst)).Append("</a></li>");

    private static StringBuilder Blad(string titel) =>
        new StringBuilder()
            .Append(
                """
                <!DOCTYPE html>
                <html lang="nl">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <style>
                body { font-family: sans-serif; line-height: 1.5; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
                h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; }
                dt { font-weight: bold; } dd { margin: 0 0 .5rem 1rem; }
                .feiten { border-left: .25rem solid #555; padding-left: 1rem; }
                .hash { color: #333; font-family: monospace; font-size: .85rem; margin: 0; }
                </style>
                <title>
                """
            )
            .Append(Leesbaar.Html(titel))
            .Append("</title>\n</head>\n<body>\n<main>\n<h1>")
            .Append(Leesbaar.Html(titel))
            .Append("</h1>\n");

    private static byte[] Sluit(StringBuilder html) => Encoding.UTF8.GetBytes(html.Append("\n</main>\n</body>\n</html>\n").ToString());
}

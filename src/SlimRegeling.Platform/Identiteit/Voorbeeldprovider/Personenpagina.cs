using System.Text;
using System.Text.Encodings.Web;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>
/// The page on which one chooses who to be: one form, one button for each person, usable without script or style. Beside the pages of the site it
/// looks like one of them.
/// </summary>
/// <param name="Engels">Its own words in English; what is said of each person stays Dutch.</param>
/// <param name="Adres">This page, to come back to from the choice of a language; null where this host has no site.</param>
internal sealed record Personenpagina(bool Engels, string? Adres)
{
    private const string Vormgeving = """

        <link rel="stylesheet" href="/ui/utrecht.css">
        <link rel="stylesheet" href="/ui/tokens.css">
        <link rel="stylesheet" href="/slim.css">
        <link rel="stylesheet" href="/portaal.css">
        <link rel="icon" href="data:,">
        """;

    public string Html(IEnumerable<Voorbeeldpersoon> personen, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var titel = Taal("Aanmelden als voorbeeldpersoon", "Sign in as an example person");
        var uitleg = Taal(
            "Deze mensen en ondernemingen bestaan niet. Kies met wie u zich aanmeldt.",
            "These people and enterprises do not exist. Choose who to sign in as. What they are is in Dutch."
        );
        var begin = $"""
            <!DOCTYPE html>
            <html lang="{Taal("nl", "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{titel} | {Taal("SLIM-subsidie", "SLIM grant")}</title>{(Adres is null ? "" : Vormgeving)}
            </head>
            <body class="voorbeeld-theme utrecht-document slim-blad">
            <header class="slim-kop">
            <div class="slim-breedte slim-kop__rij"><a class="slim-kop__naam" href="/">{Taal("SLIM-subsidie", "SLIM grant")}</a></div>
            </header>
            <main id="inhoud" class="slim-breedte slim-inhoud">
            <h1 class="utrecht-heading-1">{titel}</h1>
            <p class="utrecht-paragraph">{uitleg}</p>
            <form method="post">

            """;
        var html = new StringBuilder(begin);
        foreach (var (naam, waarde) in parameters)
            html.Append("<input type=\"hidden\" name=\"")
                .Append(Veilig(naam))
                .Append("\" value=\"")
                .Append(Veilig(waarde ?? ""))
                .Append("\">\n");
        html.Append("<ul class=\"slim-kaarten\">\n");
        foreach (var persoon in personen)
        {
            html.Append("<li class=\"slim-kaart\"><button class=\"utrecht-button utrecht-button--secondary-action\" ")
                .Append("type=\"submit\" name=\"persoon\" value=\"")
                .Append(Veilig(persoon.Id))
                .Append("\">")
                .Append(Veilig(persoon.Naam))
                .Append("</button>\n<p class=\"utrecht-paragraph\" lang=\"nl\">")
                .Append(Veilig(Omschrijving(persoon)))
                .Append("</p></li>\n");
        }
        return html.Append("</ul>\n</form>\n</main>\n").Append(Voet()).Append("</body>\n</html>\n").ToString();
    }

    private string Voet()
    {
        if (Adres is null)
            return "";
        var (taal, naam) = Engels ? ("nl", "Nederlands") : ("en", "English");
        var wissel = Veilig($"/taal/{taal}?terug={Uri.EscapeDataString(Adres)}");
        return $"""
            <footer class="slim-voet">
            <div class="slim-breedte">
            <ul class="slim-menu"><li><a class="utrecht-link" href="{wissel}" lang="{taal}" hreflang="{taal}">{naam}</a></li></ul>
            </div>
            </footer>

            """;
    }

    private string Taal(string nederlands, string engels) => Engels ? engels : nederlands;

    private static string Omschrijving(Voorbeeldpersoon persoon)
    {
        var rollen = string.Join(", ", persoon.Rollen.Select(rol => rol.Claimwaarde().Replace('-', ' ')));
        var onderneming = persoon.KvkNummer is null ? "" : $" voor {persoon.Onderneming ?? "onderneming"} (KVK {persoon.KvkNummer})";
        var vestiging = persoon.Vestigingsnummer is null ? "" : $", alleen voor vestiging {persoon.Vestigingsnummer}";
        var via = persoon.Intermediair is null ? "" : $", via intermediair (KVK {persoon.Intermediair})";
        return rollen + onderneming + vestiging + via;
    }

    private static string Veilig(string tekst) => HtmlEncoder.Default.Encode(tekst);
}

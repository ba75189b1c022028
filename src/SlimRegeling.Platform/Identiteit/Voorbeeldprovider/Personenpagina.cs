using System.Text;
using System.Text.Encodings.Web;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>The page on which one chooses who to be: one form, one button for each person, usable without script or style.</summary>
internal static class Personenpagina
{
    public static string Html(IEnumerable<Voorbeeldpersoon> personen, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var html = new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Aanmelden als voorbeeldpersoon</title>
            </head>
            <body>
            <main>
            <h1>Aanmelden als voorbeeldpersoon</h1>
            <p>Deze mensen en ondernemingen bestaan niet. Kies met wie u zich aanmeldt.</p>
            <form method="post">

            """
        );
        foreach (var (naam, waarde) in parameters)
            html.Append("<input type=\"hidden\" name=\"").Append(Veilig(naam)).Append("\" value=\"").Append(Veilig(waarde)).Append("\">\n");
        html.Append("<ul>\n");
        foreach (var persoon in personen)
        {
            html.Append("<li><button type=\"submit\" name=\"persoon\" value=\"")
                .Append(Veilig(persoon.Id))
                .Append("\">")
                .Append(Veilig(persoon.Naam))
                .Append("</button> ")
                .Append(Veilig(Omschrijving(persoon)))
                .Append("</li>\n");
        }
        return html.Append("</ul>\n</form>\n</main>\n</body>\n</html>\n").ToString();
    }

    private static string Omschrijving(Voorbeeldpersoon persoon)
    {
        var rollen = string.Join(", ", persoon.Rollen.Select(rol => rol.Claimwaarde().Replace('-', ' ')));
        var onderneming = persoon.KvkNummer is null ? "" : $" voor {persoon.Onderneming ?? "onderneming"} (KVK {persoon.KvkNummer})";
        var via = persoon.Intermediair is null ? "" : $", via intermediair (KVK {persoon.Intermediair})";
        return rollen + onderneming + via;
    }

    private static string Veilig(string tekst) => HtmlEncoder.Default.Encode(tekst);
}

using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SlimRegeling.Regels;

/// <summary>The plain part of YAML that rule files use: maps, lists, text, numbers, true and false. Anchors and tags are refused, so
/// that what a reader sees is what holds; a key that stands twice in a map is an error of the parser.</summary>
internal static class Yaml
{
    public static JsonObject NaarJson(string naam, string tekst)
    {
        try
        {
            var stroom = new YamlStream();
            stroom.Load(new StringReader(tekst));
            if (stroom.Documents is [{ RootNode: YamlMappingNode wortel }])
                return Map(naam, wortel);
            throw new RegelbestandException(naam, ["het bestand moet één document met secties zijn"]);
        }
        catch (YamlException fout)
        {
            throw new RegelbestandException(naam, [$"regel {fout.Start.Line}: {fout.Message}"]);
        }
    }

    private static JsonNode Knoop(string naam, YamlNode knoop)
    {
        if (!knoop.Anchor.IsEmpty || !knoop.Tag.IsEmpty)
            throw new RegelbestandException(naam, [$"regel {knoop.Start.Line}: ankers en tags zijn niet toegestaan"]);
        return knoop switch
        {
            YamlMappingNode map => Map(naam, map),
            YamlSequenceNode lijst => new JsonArray([.. lijst.Children.Select(kind => Knoop(naam, kind))]),
            YamlScalarNode { Style: ScalarStyle.Plain } kaal => Kaal(kaal.Value!),
            YamlScalarNode tekst => JsonValue.Create(tekst.Value!),
            _ => throw new RegelbestandException(naam, [$"regel {knoop.Start.Line}: deze vorm is niet toegestaan"]),
        };
    }

    private static JsonObject Map(string naam, YamlMappingNode map)
    {
        var velden = new JsonObject();
        foreach (var (sleutel, waarde) in map.Children)
            velden.Add(((YamlScalarNode)sleutel).Value!, Knoop(naam, waarde));
        return velden;
    }

    private static JsonValue Kaal(string waarde) =>
        waarde switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when int.TryParse(waarde, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var heel) => JsonValue.Create(
                heel
            ),
            _ when decimal.TryParse(waarde, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var getal) =>
                JsonValue.Create(getal),
            _ => JsonValue.Create(waarde),
        };
}

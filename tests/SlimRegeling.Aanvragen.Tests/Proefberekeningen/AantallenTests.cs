using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>What is too large a number is so wherever it is read, and in the API documents.</summary>
public sealed class AantallenTests
{
    [Theory]
    [InlineData("100000", true)]
    [InlineData("100000.01", false)]
    public void The_largest_number_of_fte_is_one_number_here_in_a_form_and_in_the_document(string fte, bool mag)
    {
        Assert.Equal(mag, Proef.Beslis(Proef.Met(Proef.Onderneming, "aanvrager.werkzamePersonen", fte)).Weigering is null);
        var json = $$"""{"werkzamePersonen":{{fte}},"jaaromzet":"1.00","balanstotaal":"1.00","sbiCodes":["4321"]}""";
        void Lees() => JsonSerializer.Deserialize<Ondernemingsgegevens>(json, Platform.Stromen.Json.Opties);
        if (mag)
        {
            Lees();
        }
        else
        {
            Assert.Throws<JsonException>(Lees);
        }
        var grenzen =
            from soort in typeof(Formulier).Assembly.GetTypes()
            from veld in soort.GetProperties()
            where veld.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(AantalConverter)
            let grens = veld.GetCustomAttribute<RangeAttribute>()
            where grens is not null
            select Convert.ToDecimal(grens.Maximum, CultureInfo.InvariantCulture);
        Assert.All(grenzen, g => Assert.InRange(g, 0m, AantalConverter.Hoogste));
    }
}
